package workouts.trainings.app.command;

import java.util.Optional;
import workouts.trainings.domain.saga.Saga;
import workouts.trainings.domain.training.Training;

/// What a rule has decided: how the training is from now on, and what that takes elsewhere.
record Change(Training after, Optional<Saga> saga) {
    static Change of(Training after) {
        return new Change(after, Optional.empty());
    }

    static Change of(Training after, Saga saga) {
        return new Change(after, Optional.of(saga));
    }
}
