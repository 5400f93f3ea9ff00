package workouts.trainings.app.command;

import java.util.Optional;
import workouts.chassis.handlers.Refusable;
import workouts.trainings.app.saga.Standing;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.TrainingId;

/// What a command has led to.
public sealed interface Outcome extends Refusable {
    /// What callers and meters are told while it goes on.
    String STILL_IN_PROGRESS = "still-in-progress";

    /// It is done, to this training.
    record Done(TrainingId training) implements Outcome {}

    /// It is not done, and nothing has changed.
    record Refused(Refusal refusal) implements Outcome {}

    /// A neighbour gave no answer in time. It goes on by itself; asking again tells how it ended.
    record StillInProgress() implements Outcome {}

    @Override
    default Optional<String> refusalSlug() {
        return switch (this) {
            case Done done -> Optional.empty();
            case Refused(Refusal refusal) -> Optional.of(refusal.slug());
            case StillInProgress() -> Optional.of(STILL_IN_PROGRESS);
        };
    }

    static Outcome of(Standing standing, TrainingId training) {
        return switch (standing) {
            case Standing.Done() -> new Done(training);
            case Standing.Refused(Refusal refusal) -> new Refused(refusal);
            case Standing.Underway() -> new StillInProgress();
        };
    }
}
