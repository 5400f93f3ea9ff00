package ballast.statestorage.testing;

import static ballast.statestorage.testing.StateRequests.put;
import static ballast.statestorage.testing.StateRequests.remove;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.types.statestorage.v1.ReadKeysResponse;
import ballast.types.statestorage.v1.StateDifference;
import ballast.types.statestorage.v1.StateStorage;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What every StateStorage must do, whatever keeps its state. Subclass it and say how to open an empty one.
///
/// | Rule | Reading |
/// | --- | --- |
/// | S1 | a key that was never written reads as empty |
/// | S2 | values stand at the places of their keys, whatever their order |
/// | S3 | a key that is asked for twice is answered at both places |
/// | S4 | a read tells the height it is as of, 0 before the first block, even if it asks for no key |
/// | S5 | thousands of keys in one read keep their places |
/// | S6 | a key outside of 1 to 255 bytes is refused |
/// | S7 | an answer stays as it was while later blocks are written |
/// | | **Writing** |
/// | S8 | every difference of a block is visible once the write is answered |
/// | S9 | a block without differences counts as a height |
/// | S10 | the height must be the last one plus one; otherwise nothing changes and the refusal names both |
/// | S11 | an empty value removes the key, which may come back; removing an absent key is no error |
/// | S12 | two differences for one key are refused and nothing changes |
/// | S13 | keys of 1 and of 255 bytes and values of 1 and of 4,095 bytes are kept |
/// | S14 | longer keys and values and empty keys are refused and nothing changes, wherever they stand in the block |
/// | S15 | a value may become longer and shorter |
/// | S16 | keys are compared byte by byte: prefixes, zeros and equal hash codes do not make two keys one |
/// | S17 | any bytes may stand in keys and values |
/// | S18 | blocks made by chance leave what a `java.util` map would hold |
/// | | **Checkpoints** |
/// | S19 | a checkpoint of a height that was not written is refused |
/// | S20 | a checkpoint is answered with the asked height or a later one that was written, or with 0 by a storage that
/// keeps nothing |
public abstract class StateStorageContractTest {
    private StateStorageDriver storage;

    /// An empty storage at height 0.
    protected abstract StateStorage openEmpty();

    /// Whether a checkpoint of the storage survives it.
    protected abstract boolean keepsCheckpoints();

    @BeforeEach
    final void open() {
        storage = new StateStorageDriver(openEmpty(), 0);
    }

    @Test
    @DisplayName("S1: a key that was never written reads as empty")
    void absentKeyReadsEmpty() {
        assertThat(storage.read("alice")).containsExactly("");
        storage.write(put("alice", "1"));
        assertThat(storage.read("bob", "alice ", "alic")).containsExactly("", "", "");
    }

    @Test
    @DisplayName("S2: values stand at the places of their keys")
    void valuesStandAtTheirKeysPlaces() {
        storage.write(put("alice", "1"), put("bob", "2"), put("carol", "3"));
        assertThat(storage.read("carol", "nobody", "alice", "bob")).containsExactly("3", "", "1", "2");
    }

    @Test
    @DisplayName("S3: a key that is asked for twice is answered at both places")
    void repeatedKeyIsAnsweredAtEachPlace() {
        storage.write(put("alice", "1"), put("bob", "2"));
        assertThat(storage.read("alice", "bob", "alice", "x", "x")).containsExactly("1", "2", "1", "", "");
    }

    @Test
    @DisplayName("S4: a read tells the height it is as of")
    void readTellsItsHeight() {
        assertThat(storage.heightRead()).isZero();
        storage.write(put("alice", "1"));
        storage.write(put("alice", "2"));
        assertThat(storage.heightRead()).isEqualTo(2);
        ReadKeysResponse answer = storage.read(List.of(ByteString.copyFromUtf8("alice")));
        assertThat(answer.getHeight()).isEqualTo(2);
        assertThat(answer.getValuesCount()).isOne();
    }

    @Test
    @DisplayName("S5: thousands of keys in one read keep their places")
    void thousandsOfKeysKeepTheirPlaces() {
        storage.write(numbered(0, 10_000));
        storage.write(numbered(10_000, 12_000));
        List<ByteString> keys = new ArrayList<>();
        List<ByteString> expected = new ArrayList<>();
        for (int i = 13_000; i-- > 0; ) {
            keys.add(key(i));
            expected.add(i < 12_000 ? value(i) : ByteString.EMPTY);
        }
        assertThat(storage.read(keys).getValuesList()).isEqualTo(expected);
    }

    @Test
    @DisplayName("S6: a read of a key outside of 1 to 255 bytes is refused")
    void readRefusesImpossibleKeys() {
        assertThat(storage.read(repeated('k', 255))).isEmpty();
        storage.readIsRefused(List.of(key(1), ByteString.EMPTY)).contains("0 bytes");
        storage.readIsRefused(List.of(key(1), repeated('k', 256))).contains("256 bytes");
    }

    @Test
    @DisplayName("S7: an answer stays as it was while later blocks are written")
    void answersDoNotChangeLater() {
        storage.write(put("alice", "1111"), put("bob", "2222"));
        ReadKeysResponse before = storage.read(List.of(ByteString.copyFromUtf8("alice")));
        storage.write(put("alice", "9999"), remove("bob"));
        assertThat(before.getHeight()).isOne();
        assertThat(before.getValues(0).toStringUtf8()).isEqualTo("1111");
    }

    @Test
    @DisplayName("S8: every difference of a block is visible once the write is answered")
    void blockIsVisibleWhole() {
        storage.write(put("alice", "-17"), put("bob", "17"));
        assertThat(storage.read("alice", "bob")).containsExactly("-17", "17");
        storage.write(put("alice", "-20"), remove("bob"), put("carol", "20"));
        assertThat(storage.read("alice", "bob", "carol")).containsExactly("-20", "", "20");
    }

    @Test
    @DisplayName("S9: a block without differences counts as a height")
    void emptyBlockCounts() {
        storage.write();
        storage.write(put("alice", "1"));
        storage.write();
        assertThat(storage.heightRead()).isEqualTo(3);
        assertThat(storage.read("alice")).containsExactly("1");
    }

    @Test
    @DisplayName("S10: a height other than the last one plus one is refused, naming both")
    void refusesHeightOutOfOrder() {
        for (int i = 0; i < 40; i++) {
            storage.write(put("alice", "kept"));
        }
        for (long offered : new long[] {77, 42, 40, 39, 0, -1}) {
            storage.writeIsRefused(offered, put("alice", "lost"), put("bob", "lost"))
                    .contains(Long.toString(offered), "41");
        }
        assertThat(storage.heightRead()).isEqualTo(40);
        assertThat(storage.read("alice", "bob")).containsExactly("kept", "");
        storage.write(put("alice", "next"));
    }

    @Test
    @DisplayName("S11: an empty value removes the key, which may come back")
    void emptyValueRemoves() {
        storage.write(put("alice", "1"), put("bob", "2"));
        storage.write(remove("alice"), remove("nobody"));
        assertThat(storage.read("alice", "bob", "nobody")).containsExactly("", "2", "");
        storage.write(remove("alice"));
        storage.write(put("alice", "3"), put("nobody", "4"));
        assertThat(storage.read("alice", "bob", "nobody")).containsExactly("3", "2", "4");
    }

    @Test
    @DisplayName("S12: two differences for one key are refused and nothing changes")
    void refusesTwoDifferencesForOneKey() {
        storage.write(put("alice", "1"));
        storage.writeIsRefused(2, put("bob", "2"), put("alice", "2"), put("alice", "3"));
        storage.writeIsRefused(2, put("alice", "2"), put("bob", "2"), remove("alice"));
        storage.writeIsRefused(2, put("carol", "2"), put("bob", "2"), put("carol", "2"));
        assertThat(storage.heightRead()).isOne();
        assertThat(storage.read("alice", "bob", "carol")).containsExactly("1", "", "");
    }

    @Test
    @DisplayName("S13: the shortest and longest keys and values are kept")
    void keepsKeysAndValuesAtTheLimits() {
        List<ByteString> keys = List.of(repeated('a', 1), repeated('a', 254), repeated('a', 255));
        for (int valueBytes : new int[] {1, 4094, 4095}) {
            storage.write(keys.stream()
                    .map(key -> put(key, repeated(key.size(), valueBytes)))
                    .toList());
            assertThat(storage.read(keys).getValuesList())
                    .isEqualTo(keys.stream()
                            .map(key -> repeated(key.size(), valueBytes))
                            .toList());
        }
    }

    @Test
    @DisplayName("S14: keys and values past the limits are refused and nothing changes")
    void refusesKeysAndValuesPastTheLimits() {
        StateDifference fine = put("alice", "1");
        StateDifference emptyKey = put(ByteString.EMPTY, value(1));
        StateDifference longKey = put(repeated('k', 256), value(1));
        StateDifference longValue = put(key(1), repeated('v', 4096));
        storage.writeIsRefused(1, fine, emptyKey).contains("0 bytes");
        storage.writeIsRefused(1, fine, longKey).contains("256 bytes");
        storage.writeIsRefused(1, fine, longValue).contains("4096 bytes");
        storage.writeIsRefused(1, longValue, fine);
        assertThat(storage.heightRead()).isZero();
        assertThat(storage.read("alice")).containsExactly("");
    }

    @Test
    @DisplayName("S15: a value may become longer and shorter")
    void valuesGrowAndShrink() {
        ByteString key = key(1);
        ByteString neighbour = key(2);
        storage.write(put(neighbour, value(2)));
        for (int bytes : new int[] {1, 7, 8, 9, 40, 39, 3, 200, 1_000, 999, 4_095, 2, 0, 16, 4_095, 5}) {
            storage.write(put(key, repeated(bytes, bytes)));
            assertThat(storage.read(key)).isEqualTo(repeated(bytes, bytes));
            assertThat(storage.read(neighbour)).isEqualTo(value(2));
        }
    }

    @Test
    @DisplayName("S16: keys are compared byte by byte")
    void keysThatLookAlikeAreDifferent() {
        List<ByteString> keys = lookAlikes();
        List<StateDifference> differences = IntStream.range(0, keys.size())
                .mapToObj(i -> put(keys.get(i), value(i)))
                .toList();
        storage.write(differences);
        assertThat(storage.read(keys).getValuesList())
                .isEqualTo(differences.stream().map(StateDifference::getValue).toList());
        storage.write(put(keys.get(0), ByteString.EMPTY));
        assertThat(storage.read(keys.get(0))).isEmpty();
        assertThat(storage.read(keys.subList(1, keys.size())).getValuesList()).doesNotContain(ByteString.EMPTY);
    }

    @Test
    @DisplayName("S17: any bytes may stand in keys and values")
    void anyBytesMayStandInKeysAndValues() {
        List<StateDifference> everyByte = IntStream.range(0, 256)
                .mapToObj(b -> put(repeated(b, 3), repeated(255 - b, 9)))
                .toList();
        storage.write(everyByte);
        assertThat(storage.read(everyByte.stream().map(StateDifference::getKey).toList())
                        .getValuesList())
                .isEqualTo(everyByte.stream().map(StateDifference::getValue).toList());
    }

    @Test
    @DisplayName("S18: blocks made by chance leave what a java.util map would hold")
    void agreesWithAMap() {
        RandomBlocks blocks = new RandomBlocks(300);
        for (int block = 1; block <= 400; block++) {
            storage.write(block == 400 ? blocks.full(60) : blocks.next(60));
            if (blocks.onceIn(8)) {
                assertThat(storage.read(blocks.keys()).getValuesList()).isEqualTo(blocks.expected());
            }
        }
        assertThat(storage.read(blocks.keys()).getValuesList()).isEqualTo(blocks.expected());
    }

    @Test
    @DisplayName("S19: a checkpoint of a height that was not written is refused")
    void refusesACheckpointOfTheFuture() {
        storage.write(put("alice", "1"));
        storage.checkpointIsRefused(2).contains("1", "2");
        storage.checkpointIsRefused(-1);
        assertThat(storage.checkpoint()).isLessThanOrEqualTo(1);
    }

    @Test
    @DisplayName("S20: a checkpoint is answered with the height that is durable")
    void checkpointTellsWhatIsDurable() {
        assertThat(storage.checkpoint()).isZero();
        storage.write(put("alice", "1"));
        storage.write(put("bob", "1"));
        assertThat(storage.checkpoint()).isEqualTo(keepsCheckpoints() ? 2 : 0);
        assertThat(storage.checkpoint()).isEqualTo(keepsCheckpoints() ? 2 : 0);
        assertThat(storage.read("alice", "bob")).containsExactly("1", "1");
    }

    private static List<StateDifference> numbered(int from, int to) {
        List<StateDifference> differences = new ArrayList<>();
        IntStream.range(from, to).forEach(i -> differences.add(put(key(i), value(i))));
        Collections.reverse(differences);
        return differences;
    }

    private static ByteString key(int number) {
        return ByteString.copyFromUtf8("account/" + number);
    }

    private static ByteString value(int number) {
        return ByteString.copyFromUtf8("value " + number);
    }

    private static ByteString repeated(int unit, int count) {
        byte[] bytes = new byte[count];
        java.util.Arrays.fill(bytes, (byte) unit);
        return ByteString.copyFrom(bytes);
    }

    /// Prefixes of one another, keys that differ by trailing zeros, at word borders or in the last byte only, a key
    /// that looks like a key and a value in one, and 64 keys with one `String.hashCode` and one
    /// `ByteString.hashCode`.
    private static List<ByteString> lookAlikes() {
        List<ByteString> keys = new ArrayList<>();
        IntStream.rangeClosed(1, 40).forEach(count -> keys.add(repeated(0, count)));
        IntStream.rangeClosed(1, 40).forEach(count -> keys.add(repeated('a', count)));
        IntStream.range(0, 40)
                .forEach(i -> keys.add(repeated('b', 40).substring(i).concat(repeated('c', i + 1))));
        keys.add(ByteString.copyFromUtf8("account/1value 1"));
        for (int bits = 0; bits < 64; bits++) {
            StringBuilder key = new StringBuilder();
            for (int bit = 0; bit < 6; bit++) {
                key.append((bits >> bit & 1) == 0 ? "Aa" : "BB");
            }
            keys.add(ByteString.copyFromUtf8(key.toString()));
        }
        return keys;
    }
}
