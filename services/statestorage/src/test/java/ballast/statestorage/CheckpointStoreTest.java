package ballast.statestorage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.guard.FailPoints;
import ballast.statestorage.StateDirectoryException.Problem;
import ballast.statestorage.StoreKeys.Summary;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/// A database whose files are sound, but whose entries are not what a checkpoint writes.
final class CheckpointStoreTest {
    private static final byte[] SUMMARY = StoreKeys.summaryKey();

    private static byte[] record(String key) {
        return ("\u0001" + key).getBytes(StandardCharsets.ISO_8859_1);
    }

    static Stream<Arguments> unsoundEntries() {
        byte[] value = {1};
        byte[] oneRecord = new Summary(7, 1).encoded();
        return Stream.of(
                Arguments.of("no summary", List.of(record("a"), value), "the summary is missing"),
                Arguments.of("a summary of another length", List.of(SUMMARY, value), "the summary has 1 bytes"),
                Arguments.of("one record too few", List.of(SUMMARY, oneRecord), "0 records (expected: 1)"),
                Arguments.of(
                        "one record too many",
                        List.of(SUMMARY, oneRecord, record("a"), value, record("b"), value),
                        "2 records (expected: 1)"),
                Arguments.of(
                        "an unknown kind of entry",
                        List.of(SUMMARY, oneRecord, new byte[] {2, 'a'}, value),
                        "an entry that is not a record"),
                Arguments.of(
                        "an empty key",
                        List.of(SUMMARY, oneRecord, record(""), value),
                        "an entry that is not a record"),
                Arguments.of(
                        "a key too long",
                        List.of(SUMMARY, oneRecord, record("k".repeat(256)), value),
                        "an entry that is not a record"),
                Arguments.of(
                        "an empty value",
                        List.of(SUMMARY, oneRecord, record("a"), new byte[0]),
                        "an entry that is not a record"),
                Arguments.of(
                        "a value too long",
                        List.of(SUMMARY, oneRecord, record("a"), new byte[4096]),
                        "an entry that is not a record"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unsoundEntries")
    void refusesUnsoundEntries(String what, List<byte[]> keysAndValues, String detail, @TempDir Path directory)
            throws RocksDBException {
        put(directory, keysAndValues);
        assertThatThrownBy(() -> open(directory).close())
                .as(what)
                .isInstanceOfSatisfying(
                        StateDirectoryException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(Problem.DAMAGED))
                .hasMessageContaining(detail);
    }

    @Test
    void takesSoundEntries(@TempDir Path directory) throws RocksDBException {
        put(directory, List.of(SUMMARY, new Summary(7, 1).encoded(), record("a"), new byte[] {1}));
        try (OffHeapStateStorage storage = open(directory)) {
            assertThat(storage.stats().height()).isEqualTo(7);
            assertThat(storage.stats().durableHeight()).isEqualTo(7);
            assertThat(storage.stats().records()).isOne();
        }
    }

    private static OffHeapStateStorage open(Path directory) {
        return OffHeapStateStorage.open(directory, StateStorageOptions.defaults(), FailPoints.disarmed());
    }

    /// Writes past the storage into its database.
    private static void put(Path directory, List<byte[]> keysAndValues) throws RocksDBException {
        open(directory).close();
        try (RocksDB database = RocksDB.open(directory.resolve("records").toString())) {
            for (int i = 0; i < keysAndValues.size(); i += 2) {
                database.put(keysAndValues.get(i), keysAndValues.get(i + 1));
            }
        }
    }
}
