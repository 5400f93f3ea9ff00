package workouts.trainings.app.command;

import workouts.trainings.app.saga.Standing;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.TrainingId;

/// What a command has led to.
public sealed interface Outcome {
    /// It is done, to this training.
    record Done(TrainingId training) implements Outcome {}

    /// It is not done, and nothing has changed.
    record Refused(Refusal refusal) implements Outcome {}

    /// A neighbour gave no answer in time. It goes on by itself; asking again tells how it ended.
    record StillInProgress() implements Outcome {}

    static Outcome of(Standing standing, TrainingId training) {
        return switch (standing) {
            case Standing.Done() -> new Done(training);
            case Standing.Refused(Refusal refusal) -> new Refused(refusal);
            case Standing.Underway() -> new StillInProgress();
        };
    }
}
