package workouts.trainings.domain.training;

import java.util.UUID;

/// The name of one change of a training that takes more than one service to finish: its booking, cancelling or moving.
public record ChangeId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
