package ballast.statestorage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RecordArenaTest {
    private static final int CHUNK_BYTES = 8 << 10;

    private final OffHeapMemory memory = new OffHeapMemory();
    private final RecordArena arena = new RecordArena(memory, CHUNK_BYTES);

    @AfterEach
    void givesAllMemoryBack() {
        arena.close();
        assertThat(memory.bytes()).isZero();
    }

    @Test
    void takesMemoryOnlyWhenARecordNeedsIt() {
        assertThat(memory.bytes()).isZero();
        arena.allocate(1, 1);
        assertThat(memory.bytes()).isEqualTo(CHUNK_BYTES + Records.SLACK_BYTES);
    }

    @Test
    void noRecordIsAtAddressZero() {
        assertThat(arena.allocate(1, 1)).isEqualTo(RecordArena.ALIGNMENT_BYTES);
    }

    @Test
    void aFreedRecordIsUsedAgainByOneOfItsClassOnly() {
        long small = arena.allocate(10, 10);
        long large = arena.allocate(10, 100);
        arena.free(small);
        arena.free(large);
        assertThat(arena.allocate(10, 96)).isEqualTo(large);
        assertThat(arena.allocate(10, 100)).isNotIn(small, large);
        assertThat(arena.allocate(14, 3)).isEqualTo(small);
    }

    @Test
    void freedRecordsAreUsedAgainTheLastOneFirst() {
        List<Long> freed = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            freed.add(arena.allocate(10, 10));
        }
        freed.forEach(arena::free);
        for (long address : freed.reversed()) {
            assertThat(arena.allocate(10, 10)).isEqualTo(address);
        }
    }

    @Test
    void aFreedRecordHoldsNothing() {
        long address = arena.allocate(3, 5);
        arena.records().key(address, new byte[] {1, 2, 3}, 0, 3);
        assertThat(arena.records().keyBytes(address)).isEqualTo(3);
        arena.free(address);
        assertThat(arena.records().keyBytes(address)).isZero();
    }

    @Test
    void recordsDoNotOverlapWhateverIsAllocatedAndFreed() {
        long seed = Long.getLong("ballast.seed", System.nanoTime());
        System.out.printf("-Dballast.seed=%d%n", seed);
        SplittableRandom random = new SplittableRandom(seed);
        Map<Long, byte[]> values = new HashMap<>();
        for (int step = 0; step < 3_000; step++) {
            if (values.size() > 100 && random.nextBoolean()) {
                long victim = values.keySet().iterator().next();
                values.remove(victim);
                arena.free(victim);
                continue;
            }
            byte[] key = bytes(random, 1 + random.nextInt(255));
            byte[] value = bytes(random, random.nextInt(4) == 0 ? random.nextInt(4096) : random.nextInt(64));
            long address = arena.allocate(key.length, value.length);
            arena.records().key(address, key, 0, key.length);
            arena.records().value(address, value, 0, value.length);
            assertThat(values.put(address, value)).isNull();
        }
        values.forEach((address, value) -> assertThat(arena.records().value(address))
                .as("record at %d", address)
                .isEqualTo(value));
    }

    private static byte[] bytes(SplittableRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
