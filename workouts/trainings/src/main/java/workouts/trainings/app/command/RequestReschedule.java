package workouts.trainings.app.command;

import java.time.Instant;
import java.util.Optional;

/// Ask the other side for another hour. Absent notes stay as they are.
public record RequestReschedule(Subject subject, Instant time, Optional<String> notes) {
    @Override
    public String toString() {
        return "RequestReschedule[" + subject + ", " + time + "]";
    }
}
