package workouts.users.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static workouts.users.testing.Sample.booking;
import static workouts.users.testing.Sample.request;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import workouts.users.domain.credit.Amounts;
import workouts.users.domain.credit.BalanceChange;
import workouts.users.domain.credit.CreditLedger;
import workouts.users.domain.credit.CreditOutcome;
import workouts.users.domain.credit.Refusal;
import workouts.users.domain.person.PersonId;

/// What every [CreditLedger] does, numbered. Each test uses people and bookings of its own only.
public abstract class CreditLedgerContractTest {
    private static final CreditOutcome DONE = CreditOutcome.DONE;
    private static final CreditOutcome REUSED = CreditOutcome.refused(Refusal.REQUEST_ID_REUSED);
    private static final CreditOutcome NO_HOLD = CreditOutcome.refused(Refusal.NO_SUCH_HOLD);
    private static final CreditOutcome ENDED = CreditOutcome.refused(Refusal.HOLD_ENDED);
    private static final CreditOutcome TOO_FEW = CreditOutcome.refused(Refusal.NOT_ENOUGH_CREDITS);

    protected abstract CreditLedger ledger();

    @Test
    void r01SomebodyNeverHeardOfHasNothing() {
        var nobody = Sample.in(ledger());
        assertThat(nobody.balance()).isZero();
        assertThat(nobody.statement()).isEmpty();
    }

    @Test
    void r02CreditsAreGrantedAndTaken() {
        var somebody = Sample.in(ledger());
        assertThat(somebody.change(7)).isEqualTo(DONE);
        assertThat(somebody.change(-3)).isEqualTo(DONE);
        assertThat(somebody.change(-4)).isEqualTo(DONE);
        assertThat(somebody.change(Amounts.STEP_MAX)).isEqualTo(DONE);
        assertThat(somebody.balance()).isEqualTo(Amounts.STEP_MAX);
        assertThat(somebody.told())
                .containsExactly("GRANTED +1000000 → 1000000", "TAKEN -4 → 0", "TAKEN -3 → 4", "GRANTED +7 → 7");
    }

    @Test
    void r03NoMoreIsTakenOrHeldThanThereIsNotEvenFromAnAccountThatNobodyHasUsed() {
        var nobody = Sample.in(ledger());
        assertThat(nobody.change(-1)).isEqualTo(TOO_FEW);
        var another = Sample.in(ledger());
        assertThat(another.hold(booking(), 1)).isEqualTo(TOO_FEW);
        var somebody = Sample.with(2, ledger());
        assertThat(somebody.change(-3)).isEqualTo(TOO_FEW);
        assertThat(somebody.hold(booking(), 3)).isEqualTo(TOO_FEW);
        assertThat(nobody.told()).isEmpty();
        assertThat(another.told()).isEmpty();
        assertThat(somebody.told()).containsExactly("GRANTED +2 → 2");
    }

    @Test
    void r04WhatIsHeldCannotBeSpentOtherwise() {
        var somebody = Sample.with(3, ledger());
        assertThat(somebody.hold(booking(), 2)).isEqualTo(DONE);
        assertThat(somebody.balance()).isEqualTo(1);
        assertThat(somebody.hold(booking(), 2)).isEqualTo(TOO_FEW);
        assertThat(somebody.change(-2)).isEqualTo(TOO_FEW);
        assertThat(somebody.change(-1)).isEqualTo(DONE);
        assertThat(somebody.told()).containsExactly("TAKEN -1 → 0", "BOOKED -2 → 1", "GRANTED +3 → 3");
    }

    @Test
    void r05ACaptureSpendsWhatIsHeld() {
        var somebody = Sample.with(3, ledger());
        var booking = booking();
        somebody.hold(booking, 2);
        assertThat(ledger().capture(booking)).isEqualTo(DONE);
        assertThat(somebody.balance()).isEqualTo(1);
        assertThat(somebody.told()).containsExactly("BOOKED -2 → 1", "GRANTED +3 → 3");
    }

    @Test
    void r06AReleaseGivesBackWhatIsHeld() {
        var somebody = Sample.with(3, ledger());
        var booking = booking();
        somebody.hold(booking, 2);
        assertThat(ledger().release(booking)).isEqualTo(DONE);
        assertThat(somebody.told()).containsExactly("RELEASED +2 → 3", "BOOKED -2 → 1", "GRANTED +3 → 3");
        assertThat(somebody.statement())
                .first()
                .satisfies(change -> assertThat(change.booking()).contains(booking));
    }

    @Test
    void r07WhereNothingIsHeldThereIsNothingToCapture() {
        assertThat(ledger().capture(booking())).isEqualTo(NO_HOLD);
        var refused = booking();
        Sample.in(ledger()).hold(refused, 1);
        assertThat(ledger().capture(refused)).isEqualTo(NO_HOLD);
        var barred = booking();
        ledger().release(barred);
        assertThat(ledger().capture(barred)).isEqualTo(NO_HOLD);
    }

    @Test
    void r08WhatEndedOneWayDoesNotEndTheOther() {
        var somebody = Sample.with(2, ledger());
        var released = booking();
        somebody.hold(released, 1);
        ledger().release(released);
        assertThat(ledger().capture(released)).isEqualTo(ENDED);
        var captured = somebody.paid();
        assertThat(ledger().release(captured)).isEqualTo(ENDED);
        assertThat(somebody.balance()).isEqualTo(1);
    }

    @Test
    void r09AHoldThatComesAfterItsReleaseIsRefused() {
        var somebody = Sample.with(2, ledger());
        var booking = booking();
        assertThat(ledger().release(booking)).isEqualTo(DONE);
        assertThat(somebody.hold(booking, 1)).isEqualTo(ENDED);
        assertThat(somebody.hold(booking, 1)).isEqualTo(ENDED);
        assertThat(ledger().release(booking)).isEqualTo(DONE);
        assertThat(somebody.told()).containsExactly("GRANTED +2 → 2");
    }

    @Test
    void r10AReleaseOfARefusedHoldIsDone() {
        var booking = booking();
        Sample.in(ledger()).hold(booking, 1);
        assertThat(ledger().release(booking)).isEqualTo(DONE);
        assertThat(ledger().release(booking)).isEqualTo(DONE);
    }

    @Test
    void r11ALateDuplicateOfAHoldIsAnsweredAsItWasAndHoldsNothing() {
        var somebody = Sample.with(2, ledger());
        var booking = booking();
        somebody.hold(booking, 1);
        ledger().release(booking);
        assertThat(somebody.hold(booking, 1)).isEqualTo(DONE);
        assertThat(somebody.balance()).isEqualTo(2);
        assertThat(ledger().capture(booking)).isEqualTo(ENDED);
    }

    @Test
    void r12EveryRepeatIsAnsweredAsTheFirstTimeAndDoesNothing() {
        var somebody = Sample.with(9, ledger());
        var request = request();
        var booking = booking();
        var dropped = booking();
        var back = request();
        var steps = List.<Supplier<CreditOutcome>>of(
                () -> somebody.change(2, request),
                () -> somebody.hold(booking, 3),
                () -> ledger().capture(booking),
                () -> somebody.hold(dropped, 1),
                () -> ledger().release(dropped),
                () -> somebody.giveBack(booking, back, 3, 1));
        steps.forEach(step -> assertThat(step.get()).isEqualTo(DONE));
        var told = somebody.told();
        for (int round = 0; round < 2; round++) {
            steps.forEach(step -> assertThat(step.get()).isEqualTo(DONE));
        }
        assertThat(somebody.told()).isEqualTo(told);
        assertThat(somebody.balance()).isEqualTo(12);
    }

    @Test
    void r13ARefusalStaysWhateverChanges() {
        var somebody = Sample.in(ledger());
        var request = request();
        var booking = booking();
        var early = booking();
        assertThat(somebody.change(-1, request)).isEqualTo(TOO_FEW);
        assertThat(somebody.hold(booking, 1)).isEqualTo(TOO_FEW);
        assertThat(ledger().capture(early)).isEqualTo(NO_HOLD);
        somebody.change(5);
        assertThat(somebody.hold(early, 1)).isEqualTo(DONE);
        assertThat(somebody.change(-1, request)).isEqualTo(TOO_FEW);
        assertThat(somebody.hold(booking, 1)).isEqualTo(TOO_FEW);
        assertThat(ledger().capture(early)).isEqualTo(NO_HOLD);
        assertThat(somebody.balance()).isEqualTo(4);
    }

    @Test
    void r14ARequestIdStandsForOneThingOnly() {
        var somebody = Sample.with(9, ledger());
        var request = request();
        var booking = booking();
        somebody.change(1, request);
        var back = request();
        somebody.giveBack(booking, back, 1, 0);
        var told = somebody.told();
        assertThat(somebody.change(2, request)).isEqualTo(REUSED);
        assertThat(somebody.change(-1, request)).isEqualTo(REUSED);
        assertThat(Sample.in(ledger()).change(1, request)).isEqualTo(REUSED);
        assertThat(ledger().change(new BalanceChange(somebody.person(), 1, request, "another reason")))
                .isEqualTo(REUSED);
        assertThat(somebody.giveBack(booking, request, 1, 0)).isEqualTo(REUSED);
        assertThat(somebody.giveBack(booking, back, 2, 0)).isEqualTo(REUSED);
        assertThat(somebody.giveBack(booking, back, 0, 1)).isEqualTo(REUSED);
        assertThat(somebody.giveBack(booking, back, 1, 1)).isEqualTo(REUSED);
        assertThat(somebody.giveBack(booking(), back, 1, 0)).isEqualTo(REUSED);
        assertThat(Sample.in(ledger()).giveBack(booking, back, 1, 0)).isEqualTo(REUSED);
        assertThat(somebody.change(1, back)).isEqualTo(REUSED);
        assertThat(somebody.told()).isEqualTo(told);
        assertThat(somebody.change(1, request)).isEqualTo(DONE);
        assertThat(somebody.giveBack(booking, back, 1, 0)).isEqualTo(DONE);
    }

    @Test
    void r15ABookingHoldsForOnePersonAndOneAmount() {
        var somebody = Sample.with(9, ledger());
        var booking = booking();
        somebody.hold(booking, 1);
        assertThat(somebody.hold(booking, 2)).isEqualTo(REUSED);
        assertThat(Sample.with(9, ledger()).hold(booking, 1)).isEqualTo(REUSED);
        assertThat(ledger().capture(booking)).isEqualTo(DONE);
        assertThat(somebody.balance()).isEqualTo(8);
    }

    @Test
    void r16RefundAndFineComeBackTogether() {
        var somebody = Sample.with(5, ledger());
        var booking = somebody.paid();
        assertThat(somebody.giveBack(booking, request(), 1, 0)).isEqualTo(DONE);
        assertThat(somebody.giveBack(booking, request(), 0, 2)).isEqualTo(DONE);
        assertThat(somebody.giveBack(booking, request(), 1, 3)).isEqualTo(DONE);
        assertThat(somebody.told())
                .startsWith("FINED +3 → 11", "REFUNDED +1 → 8", "FINED +2 → 7", "REFUNDED +1 → 5", "BOOKED -1 → 4");
        assertThat(somebody.statement().subList(0, 5))
                .allSatisfy(change -> assertThat(change.booking()).contains(booking));
    }

    @Test
    void r17SomebodyNeverHeardOfCanBeGivenBack() {
        var nobody = Sample.in(ledger());
        assertThat(nobody.giveBack(booking(), request(), 0, 1)).isEqualTo(DONE);
        assertThat(nobody.change(-2)).isEqualTo(TOO_FEW);
        assertThat(nobody.balance()).isEqualTo(1);
    }

    @Test
    void r18NobodyChangesWhatSomebodyElseHas() {
        var somebody = Sample.with(5, ledger());
        var other = Sample.with(5, ledger());
        other.paid();
        other.change(-3);
        assertThat(somebody.balance()).isEqualTo(5);
        assertThat(somebody.told()).containsExactly("GRANTED +5 → 5");
        assertThat(ledger().balance(new PersonId(new UUID(0, 0)))).isZero();
    }
}
