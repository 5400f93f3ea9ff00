package ballast.statestorage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SubTableTest {
    private final OffHeapMemory memory = new OffHeapMemory();
    private final SubTable table = new SubTable(memory, 2);

    @AfterEach
    void givesAllMemoryBack() {
        table.close();
        assertThat(memory.bytes()).isZero();
    }

    private List<Long> addresses(long hash) {
        List<Long> found = new ArrayList<>();
        for (int slot = table.find(hash); slot != SubTable.NONE; slot = table.findNext(slot, hash)) {
            found.add(table.address(slot));
        }
        return found;
    }

    @Test
    void findsNothingAtFirst() {
        assertThat(table.find(0)).isEqualTo(SubTable.NONE);
        assertThat(table.find(-1)).isEqualTo(SubTable.NONE);
    }

    @Test
    void findsEveryRecordWithAHashWhileItGrows() {
        for (long i = 1; i <= 1_000; i++) {
            table.insert(i % 100, 16 * i);
        }
        for (long hash = 0; hash < 100; hash++) {
            long first = hash;
            assertThat(addresses(hash)).hasSize(10).allMatch(address -> address / 16 % 100 == first);
        }
        assertThat(addresses(100)).isEmpty();
    }

    @Test
    void pointsASlotToAnotherRecord() {
        table.insert(5, 160);
        table.address(table.find(5), 320);
        assertThat(addresses(5)).containsExactly(320L);
    }

    @Test
    void touchingReadsTheSlotWhereASearchBegins() {
        table.insert(5, 160);
        assertThat(table.touch(5)).isEqualTo(160);
        assertThat(table.touch(4)).isZero();
    }

    /// Hashes from a small range make long runs of neighbours that wrap around the end.
    @Test
    void removingLosesNoNeighbour() {
        long seed = Long.getLong("ballast.seed", System.nanoTime());
        System.out.printf("-Dballast.seed=%d%n", seed);
        for (int round = 0; round < 50; round++) {
            agreesWithAMap(new SplittableRandom(seed + round), 1 + round);
        }
    }

    private void agreesWithAMap(RandomGenerator random, int hashes) {
        Map<Long, Long> model = new HashMap<>();
        for (int step = 0; step < 400; step++) {
            long hash = random.nextInt(hashes) * 0x1_0000_0001L - 3;
            Long present = model.remove(hash);
            if (present == null) {
                long address = 16L * (step + 1);
                model.put(hash, address);
                table.insert(hash, address);
            } else {
                table.remove(table.find(hash));
            }
            model.forEach((each, address) -> assertThat(addresses(each)).containsExactly(address));
            assertThat(addresses(hash)).hasSize(present == null ? 1 : 0);
        }
        model.keySet().forEach(hash -> table.remove(table.find(hash)));
    }
}
