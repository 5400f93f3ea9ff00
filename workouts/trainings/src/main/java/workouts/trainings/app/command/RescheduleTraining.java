package workouts.trainings.app.command;

import java.time.Instant;
import java.util.Optional;

/// Move this training to another hour, without asking the other side. Absent notes stay as they are.
public record RescheduleTraining(Subject subject, Instant time, Optional<String> notes) {
    @Override
    public String toString() {
        return "RescheduleTraining[" + subject + ", " + time + "]";
    }
}
