package ballast.statestorage;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.guard.FailPoints;
import ballast.statestorage.testing.StateRequests;
import ballast.types.statestorage.v1.ReadKeysRequest;
import ballast.types.statestorage.v1.StateDifference;
import ballast.types.statestorage.v1.WriteKeysRequest;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Prints what a block of 8,190 transfers between two accounts costs the storage, and what a record costs in memory, on
/// disk and at a restart. No part of a build:
///
/// ```
/// mvn -q package -pl services/statestorage -am -Djacoco.skip=true -Dtest=StateStorageBenchmark \
///     -Dsurefire.failIfNoSpecifiedTests=false
/// ```
final class StateStorageBenchmark {
    private static final int TRANSFERS_PER_BLOCK = 8190;
    private static final int DISTINCT_BLOCKS = 24;
    private static final int VALUE_BYTES = 40;
    private static final int LOAD_BATCH = 16_384;

    private final SplittableRandom random = new SplittableRandom(17);
    private final Path directory;
    private OffHeapStateStorage storage;
    private long height;

    StateStorageBenchmark(@TempDir Path directory) {
        this.directory = directory;
        this.storage = open();
    }

    /// Keys, blocks, blocks between checkpoints (0 for none).
    @ParameterizedTest
    @CsvSource({"10_000, 4_000, 0", "10_000, 4_000, 256", "1_000_000, 1_500, 0", "1_000_000, 1_500, 256"})
    void blocksOfTransfers(String keyText, String blockText, int checkpointEvery) throws IOException {
        int keys = Integer.parseInt(keyText.replace("_", ""));
        int blocks = Integer.parseInt(blockText.replace("_", ""));
        fill(keys);
        List<List<ByteString>> touched = new ArrayList<>();
        for (int i = 0; i < DISTINCT_BLOCKS; i++) {
            touched.add(keysOfBlock(keys));
        }
        run(touched, blocks / 4, checkpointEvery, false);
        run(touched, blocks, checkpointEvery, true);
        restart(keys);
        storage.close();
    }

    private OffHeapStateStorage open() {
        return OffHeapStateStorage.open(directory, StateStorageOptions.defaults(), FailPoints.disarmed());
    }

    private void fill(int keys) {
        for (int from = 0; from < keys; from += LOAD_BATCH) {
            List<StateDifference> differences = new ArrayList<>();
            for (int i = from; i < Math.min(keys, from + LOAD_BATCH); i++) {
                differences.add(StateRequests.put(key(i), value()));
            }
            storage.writeKeys(StateRequests.write(++height, differences))
                    .toCompletableFuture()
                    .join();
        }
    }

    private List<ByteString> keysOfBlock(int keys) {
        Set<ByteString> block = new LinkedHashSet<>();
        for (int i = 0; i < 2 * TRANSFERS_PER_BLOCK; i++) {
            block.add(key(random.nextInt(keys)));
        }
        return List.copyOf(block);
    }

    private void run(List<List<ByteString>> touched, int blocks, int checkpointEvery, boolean print) {
        long[] readNanos = new long[blocks];
        long[] writeNanos = new long[blocks];
        long[] bothNanos = new long[blocks];
        long checkpointNanos = 0;
        int checkpoints = 0;
        CompletableFuture<Long> running = CompletableFuture.completedFuture(0L);
        long began = System.nanoTime();
        for (int i = 0; i < blocks; i++) {
            // fresh copies, as the bytes of a block come from the log
            List<ByteString> keys = touched.get(random.nextInt(DISTINCT_BLOCKS)).stream()
                    .map(key -> ByteString.copyFrom(key.toByteArray()))
                    .toList();
            ReadKeysRequest read = StateRequests.read(keys);
            WriteKeysRequest write = StateRequests.write(
                    ++height,
                    keys.stream().map(key -> StateRequests.put(key, value())).toList());
            long before = System.nanoTime();
            int values = storage.readKeys(read).toCompletableFuture().join().getValuesCount();
            readNanos[i] = System.nanoTime() - before;
            storage.writeKeys(write).toCompletableFuture().join();
            bothNanos[i] = System.nanoTime() - before;
            writeNanos[i] = bothNanos[i] - readNanos[i];
            assertThat(values).isEqualTo(keys.size());
            if (checkpointEvery > 0 && i % checkpointEvery == 0 && running.isDone()) {
                checkpointNanos += running.join();
                checkpoints++;
                long started = System.nanoTime();
                running = storage.checkpoint(StateRequests.checkpoint(height))
                        .thenApply(done -> System.nanoTime() - started)
                        .toCompletableFuture();
            }
        }
        running.join();
        if (print) {
            double seconds = Arrays.stream(bothNanos).sum() / 1e9;
            System.out.printf(
                    "%,d keys, checkpoint every %d blocks: %,.0f transfers/s in the storage (%.1f s of %.1f s)%n",
                    storage.stats().records(),
                    checkpointEvery,
                    (double) blocks * TRANSFERS_PER_BLOCK / seconds,
                    seconds,
                    (System.nanoTime() - began) / 1e9);
            print("  read ", readNanos);
            print("  write", writeNanos);
            print("  both ", bothNanos);
            System.out.printf(
                    "  %d checkpoints, %.0f ms each%n",
                    checkpoints, checkpointNanos / 1e6 / Math.max(1, checkpoints - 1));
        }
    }

    private static void print(String name, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        System.out.printf(
                "%s ms a block: p10 %.2f, median %.2f, p99 %.2f, max %.2f%n",
                name,
                sorted[sorted.length / 10] / 1e6,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }

    private void restart(int keys) throws IOException {
        storage.checkpoint(StateRequests.checkpoint(height))
                .toCompletableFuture()
                .join();
        long offHeapBytes = storage.stats().offHeapBytes();
        storage.close();
        long diskBytes;
        try (Stream<Path> files = Files.walk(directory)) {
            diskBytes = files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
        long before = System.nanoTime();
        storage = open();
        double seconds = (System.nanoTime() - before) / 1e9;
        assertThat(storage.stats().records()).isEqualTo(keys);
        System.out.printf(
                "  restart %.2f s (%.2f s per million); bytes a record: %d in memory (%d after the restart), %d on disk,"
                        + " %d of key and value%n",
                seconds,
                seconds * 1e6 / keys,
                offHeapBytes / keys,
                storage.stats().offHeapBytes() / keys,
                diskBytes / keys,
                key(0).size() + VALUE_BYTES);
    }

    private static ByteString key(int number) {
        return ByteString.copyFromUtf8("a/user%08d/CREDIT".formatted(number));
    }

    private ByteString value() {
        ByteBuffer value = ByteBuffer.allocate(VALUE_BYTES);
        while (value.remaining() >= Long.BYTES) {
            value.putLong(random.nextLong());
        }
        return ByteString.copyFrom(value.flip());
    }
}
