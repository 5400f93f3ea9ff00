package workouts.trainings.domain.training;

import java.util.UUID;

/// Who has booked. The name is shown to the trainer and never written to a log.
public record Attendee(UUID id, String name) {
    public Attendee {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an attendee has a name");
        }
    }

    @Override
    public String toString() {
        return "Attendee[" + id + "]";
    }
}
