package ballast.simulation.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Does the comparison bite?
final class PlantedBugsTest {
    /// Transactions after which each bug must have been found.
    private static final int FOUND_BY = 10_000;

    private static final List<Long> SEEDS = List.of(1L, 2L, 3L);

    @ParameterizedTest
    @EnumSource(PlantedBug.class)
    void everyPlantedBugIsFoundSoon(PlantedBug bug) throws Exception {
        List<Long> foundAfter = new ArrayList<>();
        for (long seed : SEEDS) {
            Optional<Difference> found = new Comparison(bug.ledger(), new Workload(seed)).run(FOUND_BY);
            assertThat(found).describedAs("%s with seed %d", bug, seed).isPresent();
            foundAfter.add(found.get().transactions());
        }
        System.out.printf("%s: found after %s transactions (seeds %s)%n", bug, foundAfter, SEEDS);
    }

    @Test
    void theModelIsLikeItself() throws Exception {
        var comparison = new Comparison(new LedgerModel(), new Workload(6));
        assertThat(comparison.run(FOUND_BY)).isEmpty();
        System.out.printf("found after %d transactions: %s%n", FOUND_BY, comparison.coverage());
        assertThat(comparison.coverage().missingReasons()).isEmpty();
        assertThat(comparison.coverage().missingEntries()).isEmpty();
    }
}
