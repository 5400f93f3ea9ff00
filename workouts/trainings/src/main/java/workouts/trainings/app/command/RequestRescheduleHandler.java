package workouts.trainings.app.command;

import java.time.Instant;
import workouts.chassis.handlers.CommandHandler;
import workouts.trainings.domain.training.Decision;
import workouts.trainings.domain.training.Proposal;
import workouts.trainings.domain.training.Timetable;
import workouts.trainings.domain.training.Training;

/// Proposes: the other side is asked, no hour is held and nothing moves.
public final class RequestRescheduleHandler implements CommandHandler<RequestReschedule, Outcome> {
    private final Changes changes;
    private final Timetable timetable;

    public RequestRescheduleHandler(Changes changes, Timetable timetable) {
        this.changes = changes;
        this.timetable = timetable;
    }

    @Override
    public Outcome handle(RequestReschedule command) {
        return changes.make(command.subject(), "propose", (training, change, now) -> decide(command, training, now));
    }

    private Decision<Change> decide(RequestReschedule command, Training training, Instant now) {
        var wanted = new Proposal(command.time(), command.subject().by().role());
        return NewNotes.of(command.notes())
                .then(notes -> training.propose(wanted, notes, timetable, now))
                .then(after -> Decision.accepted(Change.of(after)));
    }
}
