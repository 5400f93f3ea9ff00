package ballast.statestorage;

import static ballast.statestorage.testing.StateRequests.put;
import static ballast.statestorage.testing.StateRequests.remove;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.types.statestorage.v1.StateDifference;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Cuts, and what becomes of records while one is open, step by step on one thread.
@ParameterizedClass
@EnumSource(Shape.class)
final class StateTableTest {
    private static final int KEYS = 200;

    /// For lists of addresses that come and go; half of what a thousand records of half a kilobyte take.
    private static final int ALLOWANCE_BYTES = 256 << 10;

    private final OffHeapMemory memory = new OffHeapMemory();
    private final KeyBatch batch;
    private final StateTable table;

    /// What all cuts that were read so far add up to.
    private final Map<ByteString, ByteString> durable = new HashMap<>();

    StateTableTest(Shape shape) {
        batch = new KeyBatch(shape.hash());
        table = new StateTable(shape.options(), shape.hash(), memory);
    }

    @AfterEach
    void givesAllMemoryBack() {
        table.close();
        assertThat(memory.bytes()).isZero();
    }

    private void write(StateDifference... differences) {
        write(List.of(differences));
    }

    private void write(List<StateDifference> differences) {
        batch.clear();
        differences.forEach(each -> batch.add(each.getKey()));
        table.write(batch, differences);
    }

    private List<ByteString> read(List<ByteString> keys) {
        batch.clear();
        keys.forEach(batch::add);
        List<ByteString> values = new ArrayList<>();
        table.read(batch, values::add);
        return values;
    }

    private String read(String key) {
        return read(List.of(ByteString.copyFromUtf8(key))).getFirst().toStringUtf8();
    }

    /// Adds a cut to what is durable, and ends it.
    private void finish(Cut cut) {
        Set<ByteString> seen = new HashSet<>();
        for (long i = 0; i < cut.changed().size(); i++) {
            long address = cut.changed().get(i);
            byte[] bytes = new byte[255];
            int keyBytes = cut.records().copyKey(address, bytes, 0);
            ByteString key = ByteString.copyFrom(bytes, 0, keyBytes);
            if (key.isEmpty()) {
                continue;
            }
            assertThat(seen.add(key)).as("one change a key").isTrue();
            ByteString value = ByteString.copyFrom(cut.records().value(address));
            if (value.isEmpty()) {
                durable.remove(key);
            } else {
                durable.put(key, value);
            }
        }
        assertThat(cut.liveRecords()).isEqualTo(durable.size());
        cut.close();
        table.release();
    }

    private String durable(String key) {
        return durable.getOrDefault(ByteString.copyFromUtf8(key), ByteString.EMPTY)
                .toStringUtf8();
    }

    @Test
    void aCutHasWhatChangedSinceTheOneBefore() {
        write(put("alice", "1"), put("bob", "1"));
        finish(table.cut(1));
        write(put("alice", "2"));
        Cut cut = table.cut(2);
        assertThat(cut.height()).isEqualTo(2);
        assertThat(cut.changed().size()).isOne();
        finish(cut);
        assertThat(durable("alice")).isEqualTo("2");
        assertThat(durable("bob")).isEqualTo("1");
    }

    @Test
    void aKeyIsInACutOnceHoweverOftenItWasWritten() {
        for (int bytes : new int[] {1, 2, 3, 100, 1, 2_000, 4_000, 5}) {
            write(put("alice", "x".repeat(bytes)));
        }
        finish(table.cut(1));
        assertThat(durable("alice")).isEqualTo("xxxxx");
    }

    @Test
    void anOpenCutDoesNotSeeLaterWrites() {
        write(put("alice", "1"), put("bob", "1"), put("carol", "1"), put("dave", "1"));
        write(remove("dave"));
        Cut cut = table.cut(2);
        write(put("alice", "2"), remove("bob"), put("carol", "2".repeat(500)), put("dave", "2"), put("erin", "2"));
        write(put("alice", "3"), put("bob", "3"));
        finish(cut);
        assertThat(durable).hasSize(3);
        assertThat(durable("alice") + durable("bob") + durable("carol")).isEqualTo("111");
        assertThat(read("alice") + read("bob") + read("dave") + read("erin")).isEqualTo("3322");
        finish(table.cut(4));
        assertThat(durable).hasSize(5);
        assertThat(durable("alice")).isEqualTo("3");
    }

    @Test
    void aRemovalIsInTheNextCutOnly() {
        write(put("alice", "1"));
        finish(table.cut(1));
        write(remove("alice"), remove("nobody"));
        write(remove("alice"));
        finish(table.cut(2));
        assertThat(durable).isEmpty();
        write(remove("alice"));
        Cut cut = table.cut(3);
        assertThat(cut.changed().size()).isZero();
        finish(cut);
        assertThat(table.liveRecords()).isZero();
    }

    @Test
    void removedKeysLeaveTheirMemoryToOthersOnceTheRemovalIsDurable() {
        String value = "v".repeat(500);
        write(numbered(0, 1_000, value));
        finish(table.cut(1));
        long before = memory.bytes();
        for (int round = 1; round <= 20; round++) {
            write(numbered((round - 1) * 1_000, 1_000, ""));
            finish(table.cut(2L * round));
            table.reclaim(1_000);
            write(numbered(round * 1_000, 1_000, value));
            finish(table.cut(2L * round + 1));
        }
        assertThat(table.liveRecords()).isEqualTo(1_000);
        assertThat(durable).hasSize(1_000);
        assertThat(memory.bytes()).isLessThanOrEqualTo(before + ALLOWANCE_BYTES);
    }

    @Test
    void reclaimingGoesOnWhereItStopped() {
        String value = "v".repeat(500);
        write(numbered(0, 1_000, value));
        write(numbered(0, 1_000, ""));
        finish(table.cut(1));
        long before = memory.bytes();
        for (int step = 0; step < 100; step++) {
            table.reclaim(10);
        }
        write(numbered(1_000, 1_000, value));
        assertThat(memory.bytes()).isLessThanOrEqualTo(before + ALLOWANCE_BYTES);
    }

    @Test
    void aRemovedKeyThatCameBackIsNotReclaimed() {
        write(put("alice", "1"), put("bob", "1"), put("carol", "1"));
        write(remove("alice"), remove("bob"), remove("carol"));
        write(put("alice", "2"));
        finish(table.cut(1));
        write(put("bob", "3"));
        write(put("carol", "3".repeat(100)));
        write(remove("bob"));
        table.reclaim(100);
        assertThat(read("alice")).isEqualTo("2");
        assertThat(read("bob")).isEmpty();
        assertThat(read("carol")).hasSize(100);
        finish(table.cut(2));
        table.reclaim(100);
        assertThat(durable).hasSize(2);
        assertThat(read("alice") + read("bob")).isEqualTo("2");
    }

    @Test
    void aRecordReplacedWhileFrozenIsForgottenByItselfOnly() {
        write(put("alice", "1"));
        write(remove("alice"));
        finish(table.cut(1));
        write(put("alice", "2"));
        write(remove("alice"));
        Cut cut = table.cut(2);
        write(put("alice", "3"));
        finish(cut);
        for (int step = 0; step < 5; step++) {
            table.reclaim(1);
            assertThat(read("alice")).isEqualTo("3");
        }
        finish(table.cut(3));
        assertThat(durable("alice")).isEqualTo("3");
    }

    @Test
    void loadedRecordsAreFoundAndInNoCut() {
        byte[] key = {9, 'a', 'b'};
        table.load(key, 1, 2, new byte[] {'v', 0}, 1);
        assertThat(read("ab")).isEqualTo("v");
        assertThat(table.liveRecords()).isOne();
        Cut cut = table.cut(1);
        assertThat(cut.changed().size()).isZero();
        cut.close();
        table.release();
    }

    @Test
    void cutsAddUpToTheStateWhateverIsWrittenMeanwhile() {
        long seed = Long.getLong("ballast.seed", System.nanoTime());
        System.out.printf("-Dballast.seed=%d%n", seed);
        SplittableRandom random = new SplittableRandom(seed);
        Map<ByteString, ByteString> model = new LinkedHashMap<>();
        long settled = 0;
        for (int round = 0; round < 120; round++) {
            Map<ByteString, ByteString> expected = new HashMap<>(model);
            Cut cut = table.cut(round);
            assertThat(table.isCut()).isTrue();
            for (int block = random.nextInt(4); block > 0; block--) {
                writeByChance(random, model);
            }
            finish(cut);
            assertThat(table.isCut()).isFalse();
            assertThat(durable).isEqualTo(expected);
            for (int block = random.nextInt(4); block > 0; block--) {
                table.reclaim(random.nextInt(100));
                writeByChance(random, model);
            }
            settled = round == 60 ? memory.bytes() : settled;
        }
        assertThat(memory.bytes()).as("memory does not creep").isLessThan(settled + settled / 2 + (1 << 20));
    }

    private void writeByChance(SplittableRandom random, Map<ByteString, ByteString> model) {
        Map<ByteString, ByteString> block = new LinkedHashMap<>();
        for (int i = random.nextInt(60); i > 0; i--) {
            ByteString key = ByteString.copyFromUtf8("key " + random.nextInt(KEYS));
            int length = random.nextInt(3) == 0 ? 0 : random.nextInt(random.nextInt(8) == 0 ? 4_096 : 80);
            byte[] value = new byte[length];
            random.nextBytes(value);
            block.put(key, ByteString.copyFrom(value));
        }
        List<StateDifference> differences = new ArrayList<>();
        block.forEach((key, value) -> differences.add(put(key, value)));
        write(differences);
        model.putAll(block);
        model.values().removeIf(ByteString::isEmpty);
        List<ByteString> keys = List.copyOf(block.keySet());
        assertThat(read(keys)).isEqualTo(List.copyOf(block.values()));
        assertThat(table.liveRecords()).isEqualTo(model.size());
    }

    private static List<StateDifference> numbered(int from, int count, String value) {
        List<StateDifference> differences = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            differences.add(put("key %08d".formatted(i), value));
        }
        return differences;
    }
}
