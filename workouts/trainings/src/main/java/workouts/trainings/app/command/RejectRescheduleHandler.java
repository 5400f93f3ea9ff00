package workouts.trainings.app.command;

import workouts.chassis.handlers.CommandHandler;
import workouts.trainings.domain.training.Decision;

/// Rejects: the proposal is gone, whoever made it.
public final class RejectRescheduleHandler implements CommandHandler<RejectReschedule, Outcome> {
    private final Changes changes;

    public RejectRescheduleHandler(Changes changes) {
        this.changes = changes;
    }

    @Override
    public Outcome handle(RejectReschedule command) {
        return changes.make(
                command.subject(),
                "reject",
                (training, change, now) -> training.reject(now).then(after -> Decision.accepted(Change.of(after))));
    }
}
