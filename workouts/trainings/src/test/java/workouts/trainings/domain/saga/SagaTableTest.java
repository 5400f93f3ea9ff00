package workouts.trainings.domain.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workouts.trainings.domain.training.CreditReturn;
import workouts.trainings.domain.training.Refusal;

/// The three machines, whole: each step with each answer. `why` on the way back is `HOUR_NOT_AVAILABLE`.
final class SagaTableTest {
    private static final Refusal WHY = Refusal.HOUR_NOT_AVAILABLE;

    @ParameterizedTest(name = "{0}: {2} after {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # step           | answer             | effect  | then
            HOLD_CREDIT      | done               | None    | RESERVE_HOUR
            HOLD_CREDIT      | NOT_ENOUGH_CREDITS | None    | refused NOT_ENOUGH_CREDITS
            RESERVE_HOUR     | done               | Created | CAPTURE_CREDIT
            RESERVE_HOUR     | HOUR_NOT_AVAILABLE | None    | END_RESERVATION
            CAPTURE_CREDIT   | done               | Settled | done
            CAPTURE_CREDIT   | REFUSED            | None    | blocked REFUSED
            END_RESERVATION  | done               | None    | RELEASE_CREDIT
            END_RESERVATION  | REFUSED            | None    | blocked REFUSED
            RELEASE_CREDIT   | done               | None    | refused HOUR_NOT_AVAILABLE
            RELEASE_CREDIT   | REFUSED            | None    | blocked REFUSED
            """)
    void book(Book.Step step, String answer, String effect, String then) {
        boolean back = step == Book.Step.END_RESERVATION || step == Book.Step.RELEASE_CREDIT;
        var saga = new Book(Sagas.draft(), step, back ? Optional.of(WHY) : Optional.empty());
        assertThat(Sagas.told(saga.next(Sagas.answer(answer)))).isEqualTo(effect + " " + then);
    }

    @ParameterizedTest(name = "{0}, {1} and {2} to return: {4} after {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # step         | refund | fine | answer  | effect  | then
            RELEASE_HOUR   | 1      | 0    | done    | None    | RETURN_CREDITS
            RELEASE_HOUR   | 1      | 1    | done    | None    | RETURN_CREDITS
            RELEASE_HOUR   | 0      | 0    | done    | Settled | done
            RELEASE_HOUR   | 1      | 0    | REFUSED | None    | blocked REFUSED
            RETURN_CREDITS | 1      | 0    | done    | Settled | done
            RETURN_CREDITS | 1      | 1    | REFUSED | None    | blocked REFUSED
            """)
    void cancel(Cancel.Step step, int refund, int fine, String answer, String effect, String then) {
        var returned = new CreditReturn(refund, fine);
        var saga = Sagas.cancel(returned);
        var there = new Cancel(saga.id(), saga.training(), saga.attendee(), saga.hour(), returned, step);
        assertThat(Sagas.told(there.next(Sagas.answer(answer)))).isEqualTo(effect + " " + then);
    }

    @ParameterizedTest(name = "{0}: {2} after {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # step          | answer             | effect  | then
            RESERVE_NEW     | done               | Moved   | RELEASE_OLD
            RESERVE_NEW     | HOUR_NOT_AVAILABLE | None    | END_RESERVATION
            RELEASE_OLD     | done               | Settled | done
            RELEASE_OLD     | REFUSED            | None    | blocked REFUSED
            END_RESERVATION | done               | Settled | refused HOUR_NOT_AVAILABLE
            END_RESERVATION | REFUSED            | None    | blocked REFUSED
            """)
    void move(Move.Step step, String answer, String effect, String then) {
        var saga = Sagas.move();
        var why = step == Move.Step.END_RESERVATION ? Optional.of(WHY) : Optional.<Refusal>empty();
        var there = new Move(saga.id(), saga.training(), saga.from(), saga.to(), saga.notes(), step, why);
        assertThat(Sagas.told(there.next(Sagas.answer(answer)))).isEqualTo(effect + " " + then);
    }

    @Test
    void eachStepOwesItsCall() {
        var draft = Sagas.draft();
        assertThat(new Book(draft, Book.Step.HOLD_CREDIT, Optional.empty()).call())
                .isEqualTo(new Call.HoldCredit(draft.id(), draft.attendee().id()));
        assertThat(new Book(draft, Book.Step.RESERVE_HOUR, Optional.empty()).call())
                .isEqualTo(new Call.ReserveHour(draft.id(), draft.hour()));
        assertThat(new Book(draft, Book.Step.CAPTURE_CREDIT, Optional.empty()).call())
                .isEqualTo(new Call.CaptureCredit(draft.id()));
        assertThat(new Book(draft, Book.Step.END_RESERVATION, Optional.of(WHY)).call())
                .isEqualTo(new Call.ReleaseHour(draft.id(), draft.hour()));
        assertThat(new Book(draft, Book.Step.RELEASE_CREDIT, Optional.of(WHY)).call())
                .isEqualTo(new Call.ReleaseCredit(draft.id()));

        var cancel = Sagas.cancel(new CreditReturn(1, 1));
        assertThat(cancel.call()).isEqualTo(new Call.ReleaseHour(cancel.training(), cancel.hour()));
        assertThat(Sagas.then(cancel.next(new Saga.Answer.Done())).call())
                .isEqualTo(new Call.ReturnCredits(
                        cancel.training(), cancel.attendee(), cancel.id(), new CreditReturn(1, 1)));

        var move = Sagas.move();
        assertThat(move.call()).isEqualTo(new Call.ReserveHour(move.training(), move.to()));
        assertThat(Sagas.then(move.next(new Saga.Answer.Done())).call())
                .isEqualTo(new Call.ReleaseHour(move.training(), move.from()));
        assertThat(Sagas.then(move.next(new Saga.Answer.Refused(WHY))).call())
                .isEqualTo(new Call.ReleaseHour(move.training(), move.to()));
    }

    @Test
    void aRefusalIsCarriedOnTheWayBackAndNowhereElse() {
        var draft = Sagas.draft();
        var move = Sagas.move();
        for (Book.Step step : Book.Step.values()) {
            boolean back = step == Book.Step.END_RESERVATION || step == Book.Step.RELEASE_CREDIT;
            var wrong = back ? Optional.<Refusal>empty() : Optional.of(WHY);
            assertThatThrownBy(() -> new Book(draft, step, wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        for (Move.Step step : Move.Step.values()) {
            var wrong = step == Move.Step.END_RESERVATION ? Optional.<Refusal>empty() : Optional.of(WHY);
            assertThatThrownBy(() ->
                            new Move(move.id(), move.training(), move.from(), move.to(), move.notes(), step, wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aDraftNamesItsBooking() {
        assertThatThrownBy(() -> Book.of(Sagas.draft().settled())).isInstanceOf(IllegalArgumentException.class);
    }
}
