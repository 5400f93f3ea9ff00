package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.simulation.ledger.Comparison;
import ballast.simulation.ledger.Coverage;
import ballast.simulation.ledger.Workload;
import org.junit.jupiter.api.Test;

/// The machine says of random transactions what a model says that was written without it, byte for byte. A few here,
/// a million in [MachineAgainstModelAcceptance].
final class MachineAgainstModelTest {
    private static final long TRANSACTIONS = 5_000;

    @Test
    void givesTheModelsOutcomesAndRefusesForEveryReasonThatThereIs() throws Exception {
        var coverage = new Coverage();
        for (long seed = 1; seed <= 3; seed++) {
            var comparison = new Comparison(new MachineUnderTest(), new Workload(seed));
            assertThat(comparison.run(TRANSACTIONS))
                    .describedAs("-Dballast.seed=%d -Dballast.transactions=%d", seed, TRANSACTIONS)
                    .isEmpty();
            coverage.add(comparison.coverage());
        }
        assertThat(coverage.missingReasons()).isEmpty();
        assertThat(coverage.missingEntries()).isEmpty();
    }
}
