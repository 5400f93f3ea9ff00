package workouts.trainings.app.command;

import java.time.Instant;
import workouts.trainings.domain.saga.Saga;
import workouts.trainings.domain.training.ChangeId;
import workouts.trainings.domain.training.Decision;
import workouts.trainings.domain.training.Training;

/// What one command does to a training that exists.
interface Rule {
    /// Decides, inside the transaction that holds the training. `change` is the name of what begins, if something does.
    Decision<Change> decide(Training training, ChangeId change, Instant now);

    /// Whether what is under way is what this command asks for: then it waits for that one's end and answers for it.
    default boolean isAskedForBy(Saga underWay) {
        return false;
    }

    /// Whether the command that began this, for the same training and under the same key, is this one once more.
    default boolean isSameRequestAs(Saga earlier) {
        return true;
    }
}
