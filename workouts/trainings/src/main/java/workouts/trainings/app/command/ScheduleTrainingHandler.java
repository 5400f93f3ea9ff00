package workouts.trainings.app.command;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import workouts.chassis.handlers.CommandHandler;
import workouts.trainings.app.saga.SagaDriver;
import workouts.trainings.app.saga.SagaStore;
import workouts.trainings.domain.saga.Book;
import workouts.trainings.domain.saga.Saga;
import workouts.trainings.domain.training.ChangeId;
import workouts.trainings.domain.training.Decision;
import workouts.trainings.domain.training.Notes;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.Reservation;
import workouts.trainings.domain.training.Timetable;
import workouts.trainings.domain.training.Training;
import workouts.trainings.domain.training.TrainingId;

/// Books: a credit is held, the hour is held, the training exists, the credit is spent; or none of it.
///
/// The booking, its saga and its reservation share one id, so that a key that comes again finds what it began. Its
/// recorded answer comes before every rule: what was booked stays booked when the hour has passed.
public final class ScheduleTrainingHandler implements CommandHandler<ScheduleTraining, Outcome> {
    private final SagaStore sagas;
    private final SagaDriver driver;
    private final Timetable timetable;
    private final Clock clock;
    private final BookingIds ids;

    public ScheduleTrainingHandler(
            SagaStore sagas, SagaDriver driver, Timetable timetable, Clock clock, Supplier<UUID> ids) {
        this.sagas = sagas;
        this.driver = driver;
        this.timetable = timetable;
        this.clock = clock;
        this.ids = new BookingIds(ids);
    }

    @Override
    public Outcome handle(ScheduleTraining command) {
        var id = command.idempotencyKey()
                .map(key -> BookingIds.of(command.attendee().id(), key))
                .orElseGet(ids::fresh);
        return sagas.find(new ChangeId(id))
                .map(earlier -> repeated(command, earlier))
                .orElseGet(() -> first(command, id));
    }

    private Outcome first(ScheduleTraining command, UUID id) {
        return switch (drafted(command, id)) {
            case Decision.Refused<Training>(Refusal refusal) -> new Outcome.Refused(refusal);
            case Decision.Accepted<Training>(Training draft) -> {
                var saga = Book.of(draft);
                yield driver.begin(saga)
                        ? driven(saga)
                        : repeated(command, sagas.find(saga.id()).orElseThrow());
            }
        };
    }

    private Decision<Training> drafted(ScheduleTraining command, UUID id) {
        return Notes.of(command.notes())
                .then(notes -> timetable
                        .start(command.time(), clock.instant())
                        .then(time -> Decision.accepted(Training.booked(
                                new TrainingId(id),
                                command.attendee(),
                                new Reservation(id, command.trainer(), time),
                                notes,
                                new ChangeId(id)))));
    }

    private Outcome repeated(ScheduleTraining command, Saga earlier) {
        return earlier instanceof Book book && isSame(command, book.draft())
                ? driven(book)
                : new Outcome.Refused(Refusal.IDEMPOTENCY_KEY_REUSED);
    }

    private static boolean isSame(ScheduleTraining command, Training draft) {
        return draft.trainer().equals(command.trainer())
                && draft.time().equals(command.time())
                && draft.notes().text().equals(command.notes());
    }

    private Outcome driven(Saga saga) {
        return Outcome.of(driver.drive(saga.id()), saga.training());
    }
}
