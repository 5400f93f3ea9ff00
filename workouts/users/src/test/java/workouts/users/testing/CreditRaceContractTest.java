package workouts.users.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static workouts.users.testing.Sample.booking;
import static workouts.users.testing.Sample.request;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import workouts.users.domain.credit.CreditLedger;
import workouts.users.domain.credit.CreditOutcome;
import workouts.users.domain.credit.Refusal;

/// What every [CreditLedger] does when several want something at once, numbered.
public abstract class CreditRaceContractTest {
    private static final int MANY = 20;
    private static final CreditOutcome TOO_FEW = CreditOutcome.refused(Refusal.NOT_ENOUGH_CREDITS);
    private static final CreditOutcome ENDED = CreditOutcome.refused(Refusal.HOLD_ENDED);

    protected abstract CreditLedger ledger();

    @Test
    void r01TwentyHoldsOfFiveCreditsAreFiveHolds() throws Exception {
        var somebody = Sample.with(5, ledger());
        var outcomes = atOnce(_ -> () -> somebody.hold(booking(), 1));
        assertThat(outcomes).filteredOn(CreditOutcome.DONE::equals).hasSize(5);
        assertThat(outcomes).filteredOn(TOO_FEW::equals).hasSize(MANY - 5);
        assertThat(somebody.balance()).isZero();
    }

    @Test
    void r02AnAccountIsBoundAtZeroFromItsFirstUseWhoeverComesFirst() throws Exception {
        for (int round = 0; round < 5; round++) {
            var nobody = Sample.in(ledger());
            var outcomes = atOnce(turn -> turn % 2 == 0 ? () -> nobody.change(-1) : () -> nobody.hold(booking(), 1));
            assertThat(outcomes).containsOnly(TOO_FEW);
            assertThat(nobody.balance()).isZero();
            assertThat(nobody.statement()).isEmpty();
        }
    }

    @Test
    void r03AFirstGrantAmongHoldsIsSpentOnceAtMost() throws Exception {
        for (int round = 0; round < 5; round++) {
            var nobody = Sample.in(ledger());
            var outcomes = atOnce(turn -> turn == MANY / 2 ? () -> nobody.change(1) : () -> nobody.hold(booking(), 1));
            long done = outcomes.stream().filter(CreditOutcome.DONE::equals).count();
            assertThat(done).isBetween(1L, 2L);
            assertThat(nobody.balance()).isEqualTo(2 - done);
        }
    }

    @Test
    void r04OneStepAskedForManyTimesAtOnceHappensOnce() throws Exception {
        var somebody = Sample.with(5, ledger());
        var request = request();
        var booking = booking();
        assertThat(atOnce(_ -> () -> somebody.change(1, request))).containsOnly(CreditOutcome.DONE);
        assertThat(atOnce(_ -> () -> somebody.hold(booking, 1))).containsOnly(CreditOutcome.DONE);
        assertThat(atOnce(_ -> () -> ledger().capture(booking))).containsOnly(CreditOutcome.DONE);
        var back = request();
        assertThat(atOnce(_ -> () -> somebody.giveBack(booking, back, 1, 1))).containsOnly(CreditOutcome.DONE);
        assertThat(somebody.told())
                .containsExactly(
                        "FINED +1 → 7", "REFUNDED +1 → 6", "BOOKED -1 → 5", "GRANTED +1 → 6", "GRANTED +5 → 5");
    }

    @Test
    void r05OfCaptureAndReleaseOneWins() throws Exception {
        for (int round = 0; round < 5; round++) {
            var somebody = Sample.with(1, ledger());
            var booking = booking();
            somebody.hold(booking, 1);
            var outcomes =
                    atOnce(turn -> turn % 2 == 0 ? () -> ledger().capture(booking) : () -> ledger().release(booking));
            var captures = IntStream.range(0, MANY)
                    .filter(turn -> turn % 2 == 0)
                    .mapToObj(outcomes::get)
                    .toList();
            var releases = IntStream.range(0, MANY)
                    .filter(turn -> turn % 2 == 1)
                    .mapToObj(outcomes::get)
                    .toList();
            boolean isSpent = captures.getFirst().equals(CreditOutcome.DONE);
            assertThat(captures).containsOnly(isSpent ? CreditOutcome.DONE : ENDED);
            assertThat(releases).containsOnly(isSpent ? ENDED : CreditOutcome.DONE);
            assertThat(somebody.balance()).isEqualTo(isSpent ? 0 : 1);
        }
    }

    @Test
    void r06AHoldThatRacesWithItsReleaseHoldsNothingInTheEnd() throws Exception {
        for (int round = 0; round < 10; round++) {
            var somebody = Sample.with(1, ledger());
            var booking = booking();
            var outcomes =
                    atOnce(turn -> turn % 2 == 0 ? () -> somebody.hold(booking, 1) : () -> ledger().release(booking));
            for (int turn = 0; turn < MANY; turn++) {
                assertThat(outcomes.get(turn)).isIn(CreditOutcome.DONE, turn % 2 == 0 ? ENDED : CreditOutcome.DONE);
            }
            assertThat(somebody.balance()).isEqualTo(1);
        }
    }

    private static List<CreditOutcome> atOnce(IntFunction<Callable<CreditOutcome>> work)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = new ArrayList<CreditOutcome>();
            for (var outcome :
                    threads.invokeAll(IntStream.range(0, MANY).mapToObj(work).toList())) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        }
    }
}
