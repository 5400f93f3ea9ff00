package workouts.trainer.app.command;

import java.time.Instant;
import java.util.Set;
import workouts.trainer.domain.hour.TrainerId;

/// Close these hours of this trainer: all of them or none.
public record MakeHoursUnavailable(TrainerId trainer, Set<Instant> hours) {
    public MakeHoursUnavailable {
        hours = Set.copyOf(hours);
    }
}
