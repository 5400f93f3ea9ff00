package workouts.trainings.app.command;

import java.time.Instant;
import java.util.Optional;
import workouts.chassis.handlers.CommandHandler;
import workouts.trainings.domain.saga.Move;
import workouts.trainings.domain.training.ChangeId;
import workouts.trainings.domain.training.Decision;
import workouts.trainings.domain.training.Reservation;
import workouts.trainings.domain.training.Role;
import workouts.trainings.domain.training.Timetable;
import workouts.trainings.domain.training.Training;

/// Approves: the training moves to the hour that the other side has asked for, if it can still be had.
public final class ApproveRescheduleHandler implements CommandHandler<ApproveReschedule, Outcome> {
    private final Changes changes;
    private final Timetable timetable;

    public ApproveRescheduleHandler(Changes changes, Timetable timetable) {
        this.changes = changes;
        this.timetable = timetable;
    }

    @Override
    public Outcome handle(ApproveReschedule command) {
        var by = command.subject().by().role();
        return changes.make(command.subject(), "approve", (training, change, now) -> decide(by, training, change, now));
    }

    private Decision<Change> decide(Role by, Training training, ChangeId change, Instant now) {
        return training.approve(by, change, timetable, now)
                .then(after -> Decision.accepted(Change.of(after, saga(training, change))));
    }

    private static Move saga(Training training, ChangeId change) {
        var time = training.proposal().orElseThrow().time();
        var target = new Reservation(change.value(), training.trainer(), time);
        return Move.of(change, training.id(), training.hour(), target, Optional.empty());
    }
}
