package workouts.trainings.domain.training;

import java.util.UUID;

/// The name of one training for ever; the neighbours know it as the id of the booking.
public record TrainingId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
