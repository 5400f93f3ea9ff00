package workouts.trainings.app.command;

import java.time.Instant;
import java.util.Optional;
import workouts.chassis.handlers.CommandHandler;
import workouts.trainings.domain.saga.Move;
import workouts.trainings.domain.saga.Saga;
import workouts.trainings.domain.training.ChangeId;
import workouts.trainings.domain.training.Decision;
import workouts.trainings.domain.training.Notes;
import workouts.trainings.domain.training.Reservation;
import workouts.trainings.domain.training.Timetable;
import workouts.trainings.domain.training.Training;

/// Moves: the training stays where it is until the new hour is held.
public final class RescheduleTrainingHandler implements CommandHandler<RescheduleTraining, Outcome> {
    private final Changes changes;
    private final Timetable timetable;

    public RescheduleTrainingHandler(Changes changes, Timetable timetable) {
        this.changes = changes;
        this.timetable = timetable;
    }

    @Override
    public Outcome handle(RescheduleTraining command) {
        return changes.make(command.subject(), "move", new DirectMove(command, timetable));
    }

    private record DirectMove(RescheduleTraining command, Timetable timetable) implements Rule {
        @Override
        public Decision<Change> decide(Training training, ChangeId change, Instant now) {
            return NewNotes.of(command.notes())
                    .then(notes -> training.move(change, command.time(), timetable, now)
                            .then(after -> Decision.accepted(Change.of(after, saga(training, change, notes)))));
        }

        private Move saga(Training training, ChangeId change, Optional<Notes> notes) {
            var target = new Reservation(change.value(), training.trainer(), command.time());
            return Move.of(change, training.id(), training.hour(), target, notes);
        }

        @Override
        public boolean isAskedForBy(Saga underWay) {
            return underWay instanceof Move move
                    && move.to().time().equals(command.time())
                    && move.notes().map(Notes::text).equals(command.notes());
        }

        @Override
        public boolean isSameRequestAs(Saga earlier) {
            return isAskedForBy(earlier);
        }
    }
}
