package ballast.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.e2e.history.Violation;
import ballast.e2e.history.Violation.Rule;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The parts of the chaos tests, on a ledger in this process that is known to be right or wrong.
@Timeout(60)
final class CallersTest {
    private static final int LIVES = 3;
    private static final int TRANSFERS_A_LIFE = 100;

    private final Callers callers = new Callers(42, 8);

    @Test
    void findNothingWrongWithARightLedgerThatCrashes() throws Exception {
        List<BigInteger> balances = crashAndSettle(CrashingLedger.Flaw.NONE);

        assertThat(callers.violations()).isEmpty();
        assertThat(balances).hasSameSizeAs(Callers.accounts());
        assertThat(balances.stream().reduce(BigInteger.ZERO, BigInteger::add)).isZero();
        assertThat(callers.answered()).isGreaterThanOrEqualTo(LIVES * TRANSFERS_A_LIFE);
        assertThat(callers.repeated()).isGreaterThanOrEqualTo(LIVES * TRANSFERS_A_LIFE);
        assertThat(callers.reads()).isGreaterThan(LIVES * TRANSFERS_A_LIFE / 4);
    }

    @ParameterizedTest
    @CsvSource({
        "LOSES_THE_LAST_TRANSFERS, A_KEY_HAS_ONE_ANSWER",
        "FORGETS_KEYS, A_KEY_HAS_ONE_ANSWER",
        "FORGETS_KEYS_OF_REFUSALS, A_KEY_HAS_ONE_ANSWER",
        "REORDERS_THE_LAST_TRANSFERS, A_KEY_HAS_ONE_ANSWER",
        "READS_ONE_TRANSFER_BEHIND, THE_ORDER_RESPECTS_REAL_TIME",
    })
    void findWhatIsWrong(CrashingLedger.Flaw flaw, Rule broken) throws Exception {
        crashAndSettle(flaw);

        assertThat(callers.violations()).extracting(Violation::rule).contains(broken);
    }

    private List<BigInteger> crashAndSettle(CrashingLedger.Flaw flaw) throws Exception {
        var ledger = new CrashingLedger(flaw);
        for (int i = 1; i <= LIVES; i++) {
            try (var life = ledger.new Life();
                    var _ = callers.call(life.url())) {
                ledger.awaitTransfers(i * TRANSFERS_A_LIFE);
                life.crash();
            }
        }
        try (var life = ledger.new Life()) {
            return callers.settle(life.url());
        }
    }
}
