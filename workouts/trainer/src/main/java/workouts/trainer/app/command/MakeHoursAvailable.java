package workouts.trainer.app.command;

import java.time.Instant;
import java.util.Set;
import workouts.trainer.domain.hour.TrainerId;

/// Open these hours of this trainer for booking: all of them or none.
public record MakeHoursAvailable(TrainerId trainer, Set<Instant> hours) {
    public MakeHoursAvailable {
        hours = Set.copyOf(hours);
    }
}
