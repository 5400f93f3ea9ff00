package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.simulation.ledger.Comparison;
import ballast.simulation.ledger.Coverage;
import ballast.simulation.ledger.Difference;
import ballast.simulation.ledger.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// A million random transactions, each outcome compared with the model's, byte for byte.
///
/// `-Dballast.seed=…` runs one seed again, `-Dballast.transactions=…` so many transactions of each.
final class MachineAgainstModelAcceptance {
    private static final int SEEDS = 20;
    private static final long TRANSACTIONS = Long.getLong("ballast.transactions", 50_000);

    private record Run(long seed, Optional<Difference> difference, Coverage coverage) {}

    @Test
    void aMillionTransactionsComeOutAsTheModelSays() throws Exception {
        Long only = Long.getLong("ballast.seed");
        long first = System.nanoTime();
        List<Long> seeds =
                only == null ? LongStream.range(first, first + SEEDS).boxed().toList() : List.of(only);
        System.out.printf(
                "MachineAgainstModelAcceptance: %d transactions of each seed %s (again with -Dballast.seed=…)%n",
                TRANSACTIONS, seeds);
        var coverage = new Coverage();
        for (Run run : runs(seeds)) {
            assertThat(run.difference())
                    .describedAs("-Dballast.seed=%d -Dballast.transactions=%d", run.seed(), TRANSACTIONS)
                    .isEmpty();
            coverage.add(run.coverage());
        }
        System.out.printf("MachineAgainstModelAcceptance: %s%n", coverage);
        if (only == null) {
            assertThat(coverage.missingReasons()).isEmpty();
            assertThat(coverage.missingEntries()).isEmpty();
        }
    }

    /// Each seed has a model and a machine of its own, so two can run at once.
    private static List<Run> runs(List<Long> seeds) throws Exception {
        List<Callable<Run>> runs = new ArrayList<>();
        for (long seed : seeds) {
            runs.add(() -> {
                var comparison = new Comparison(new MachineUnderTest(), new Workload(seed));
                return new Run(seed, comparison.run(TRANSACTIONS), comparison.coverage());
            });
        }
        List<Run> done = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var run : threads.invokeAll(runs)) {
                done.add(run.get());
            }
        }
        return done;
    }
}
