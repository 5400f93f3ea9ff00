package workouts.trainer.domain.hour;

import java.util.UUID;

/// Whose hours they are: the trainer's user id.
public record TrainerId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
