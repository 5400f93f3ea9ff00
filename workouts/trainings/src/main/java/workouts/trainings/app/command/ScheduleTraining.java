package workouts.trainings.app.command;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import workouts.trainings.domain.training.Attendee;

/// Book this hour of this trainer. With a key the booking is made once, however often it is asked for.
public record ScheduleTraining(
        Attendee attendee, UUID trainer, Instant time, String notes, Optional<UUID> idempotencyKey) {
    @Override
    public String toString() {
        return "ScheduleTraining[" + attendee.id() + ", " + time + "]";
    }
}
