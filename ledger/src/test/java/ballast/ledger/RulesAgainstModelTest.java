package ballast.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.simulation.ledger.Comparison;
import ballast.simulation.ledger.Workload;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules say of random transactions what a model says that was written without them.
final class RulesAgainstModelTest {
    private static final long TRANSACTIONS = Long.getLong("ballast.transactions", 4_000);

    static LongStream seeds() {
        Long seed = Long.getLong("ballast.seed");
        return seed == null ? LongStream.range(1, 6) : LongStream.of(seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theRulesAreThoseOfTheModel(long seed) throws Exception {
        var comparison = new Comparison(new RulesLedger(), Workload.ofSoundTransactions(seed));
        assertThat(comparison.run(TRANSACTIONS))
                .describedAs("-Dballast.seed=%d -Dballast.transactions=%d", seed, TRANSACTIONS)
                .isEmpty();
    }
}
