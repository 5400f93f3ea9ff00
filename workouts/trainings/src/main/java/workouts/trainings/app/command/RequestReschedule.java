package workouts.trainings.app.command;

import java.time.Instant;
import java.util.Optional;
import workouts.trainings.domain.training.Participant;
import workouts.trainings.domain.training.TrainingId;

/// Ask the other side for another hour. Absent notes stay as they are.
public record RequestReschedule(TrainingId training, Participant by, Instant time, Optional<String> notes) {
    @Override
    public String toString() {
        return "RequestReschedule[" + training + ", " + by + ", " + time + "]";
    }
}
