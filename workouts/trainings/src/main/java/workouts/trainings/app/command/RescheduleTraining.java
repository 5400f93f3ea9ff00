package workouts.trainings.app.command;

import java.time.Instant;
import java.util.Optional;
import workouts.trainings.domain.training.Participant;
import workouts.trainings.domain.training.TrainingId;

/// Move this training to another hour, without asking the other side. Absent notes stay as they are.
public record RescheduleTraining(TrainingId training, Participant by, Instant time, Optional<String> notes) {
    @Override
    public String toString() {
        return "RescheduleTraining[" + training + ", " + by + ", " + time + "]";
    }
}
