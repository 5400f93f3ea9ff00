package workouts.trainings.app.command;

import workouts.trainings.domain.training.Decision;

/// Rejects: the proposal is gone, whoever made it.
public final class RejectRescheduleHandler {
    private final Changes changes;

    public RejectRescheduleHandler(Changes changes) {
        this.changes = changes;
    }

    public Outcome handle(RejectReschedule command) {
        return changes.make(
                command.training(),
                command.by(),
                (training, change, now) -> training.reject(now).then(after -> Decision.accepted(Change.of(after))));
    }
}
