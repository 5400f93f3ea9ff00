package workouts.trainings.adapters;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import workouts.trainings.domain.saga.Book;
import workouts.trainings.domain.saga.Cancel;
import workouts.trainings.domain.saga.Move;
import workouts.trainings.domain.saga.Saga;
import workouts.trainings.domain.training.Attendee;
import workouts.trainings.domain.training.ChangeId;
import workouts.trainings.domain.training.CreditReturn;
import workouts.trainings.domain.training.Notes;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.Reservation;
import workouts.trainings.domain.training.Training;
import workouts.trainings.domain.training.TrainingId;

/// What a saga knows besides its id, training, step and refusal, as JSON: it stays the same from the first step to the
/// last. Fields may be added here and never be renamed.
final class SagaPayload {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Which record the JSON is.
    enum Kind {
        BOOK,
        CANCEL,
        MOVE
    }

    private record Hour(UUID reservation, UUID trainer, Instant time) {
        static Hour of(Reservation it) {
            return new Hour(it.id(), it.trainer(), it.time());
        }

        Reservation reservationOf() {
            return new Reservation(reservation, trainer, time);
        }
    }

    private record BookJson(UUID attendee, String name, Hour hour, String notes) {}

    private record CancelJson(UUID attendee, Hour hour, int refund, int fine) {}

    private record MoveJson(Hour from, Hour to, @Nullable String notes) {}

    private SagaPayload() {}

    static Kind kind(Saga saga) {
        return switch (saga) {
            case Book book -> Kind.BOOK;
            case Cancel cancel -> Kind.CANCEL;
            case Move move -> Kind.MOVE;
        };
    }

    static String json(Saga saga) {
        return JSON.writeValueAsString(
                switch (saga) {
                    case Book(var draft, var step, var refusal) ->
                        new BookJson(
                                draft.attendee().id(),
                                draft.attendee().name(),
                                Hour.of(draft.hour()),
                                draft.notes().text());
                    case Cancel(var id, var training, var attendee, var hour, var credits, var step) ->
                        new CancelJson(attendee, Hour.of(hour), credits.refund(), credits.fine());
                    case Move(var id, var training, var from, var to, var notes, var step, var refusal) ->
                        new MoveJson(
                                Hour.of(from),
                                Hour.of(to),
                                notes.map(Notes::text).orElse(null));
                });
    }

    /// The refusal that a saga carries on its way back.
    static Optional<Refusal> refusal(Saga saga) {
        return switch (saga) {
            case Book book -> book.refusal();
            case Cancel cancel -> Optional.empty();
            case Move move -> move.refusal();
        };
    }

    /// The columns beside the payload.
    record Place(ChangeId id, TrainingId training, String step, Optional<Refusal> refusal) {}

    static Saga read(Kind kind, String json, Place place) {
        return switch (kind) {
            case BOOK -> book(JSON.readValue(json, BookJson.class), place);
            case CANCEL -> cancel(JSON.readValue(json, CancelJson.class), place);
            case MOVE -> move(JSON.readValue(json, MoveJson.class), place);
        };
    }

    private static Book book(BookJson json, Place place) {
        var draft = Training.booked(
                place.training(),
                new Attendee(json.attendee(), json.name()),
                json.hour().reservationOf(),
                new Notes(json.notes()),
                place.id());
        var step = Book.Step.valueOf(place.step());
        boolean back = step == Book.Step.END_RESERVATION || step == Book.Step.RELEASE_CREDIT;
        return new Book(draft, step, back ? place.refusal() : Optional.empty());
    }

    private static Cancel cancel(CancelJson json, Place place) {
        return new Cancel(
                place.id(),
                place.training(),
                json.attendee(),
                json.hour().reservationOf(),
                new CreditReturn(json.refund(), json.fine()),
                Cancel.Step.valueOf(place.step()));
    }

    private static Move move(MoveJson json, Place place) {
        var step = Move.Step.valueOf(place.step());
        return new Move(
                place.id(),
                place.training(),
                json.from().reservationOf(),
                json.to().reservationOf(),
                Optional.ofNullable(json.notes()).map(Notes::new),
                step,
                step == Move.Step.END_RESERVATION ? place.refusal() : Optional.empty());
    }
}
