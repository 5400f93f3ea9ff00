package workouts.trainings.app.command;

import java.time.Instant;
import workouts.chassis.handlers.CommandHandler;
import workouts.trainings.domain.saga.Cancel;
import workouts.trainings.domain.saga.Saga;
import workouts.trainings.domain.training.ChangeId;
import workouts.trainings.domain.training.Decision;
import workouts.trainings.domain.training.Role;
import workouts.trainings.domain.training.Training;

/// Cancels: the training is canceled and the amounts are decided at once; hour and credits follow.
public final class CancelTrainingHandler implements CommandHandler<CancelTraining, Outcome> {
    private final Changes changes;

    public CancelTrainingHandler(Changes changes) {
        this.changes = changes;
    }

    @Override
    public Outcome handle(CancelTraining command) {
        return changes.make(
                command.subject(),
                "cancel",
                new Cancellation(command.subject().by().role()));
    }

    private record Cancellation(Role by) implements Rule {
        @Override
        public Decision<Change> decide(Training training, ChangeId change, Instant now) {
            var credits = training.creditsReturned(by, now);
            var saga = Cancel.of(change, training.id(), training.attendee().id(), training.hour(), credits);
            return training.cancel(change, now).then(after -> Decision.accepted(Change.of(after, saga)));
        }

        @Override
        public boolean isAskedForBy(Saga underWay) {
            return underWay instanceof Cancel;
        }
    }
}
