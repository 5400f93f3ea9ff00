package ballast.statestorage;

import static ballast.statestorage.testing.StateRequests.put;
import static ballast.statestorage.testing.StateRequests.remove;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.guard.FailPoint;
import ballast.guard.FailPoints;
import ballast.guard.ServiceFailure;
import ballast.statestorage.testing.StateRequests;
import ballast.types.statestorage.v1.StateDifference;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is left when a checkpoint is cut short, and how the storage goes on after one that failed.
final class CheckpointCrashTest {
    private static final StateStorageOptions SMALL_RUNS = new StateStorageOptions(8 << 10, 2, 3, 1);

    private final Path directory;
    private final Path copy;

    CheckpointCrashTest(@TempDir Path parent) {
        this.directory = parent.resolve("state");
        this.copy = parent.resolve("copy");
    }

    private OffHeapStateStorage open(Path from, FailPoints failPoints) {
        return OffHeapStateStorage.open(from, SMALL_RUNS, failPoints);
    }

    private static void write(OffHeapStateStorage storage, StateDifference... differences) {
        storage.writeKeys(StateRequests.write(storage.stats().height() + 1, differences))
                .toCompletableFuture()
                .join();
    }

    private static CompletableFuture<Long> checkpoint(OffHeapStateStorage storage) {
        return storage.checkpoint(StateRequests.checkpoint(storage.stats().height()))
                .thenApply(done -> done.getHeight())
                .toCompletableFuture();
    }

    private static List<String> read(OffHeapStateStorage storage, String... keys) {
        return storage.readKeys(StateRequests.read(keys)).toCompletableFuture().join().getValuesList().stream()
                .map(ByteString::toStringUtf8)
                .toList();
    }

    /// Heights 1 and 2 checkpointed, height 3 not.
    private void writeThreeBlocks(OffHeapStateStorage storage) {
        write(storage, put("a", "1"), put("b", "1"), put("c", "1"), put("d", "1"), put("e", "1"));
        write(storage, put("a", "2"), remove("b"));
        checkpoint(storage).join();
        write(storage, put("a", "3"), put("b", "3"), remove("c"), put("d", "3"), put("f", "3"));
    }

    private static void assertHasTheFirstCheckpoint(OffHeapStateStorage storage) {
        assertThat(storage.stats().height()).isEqualTo(2);
        assertThat(storage.stats().durableHeight()).isEqualTo(2);
        assertThat(storage.stats().records()).isEqualTo(4);
        assertThat(read(storage, "a", "b", "c", "d", "e", "f")).containsExactly("2", "", "1", "1", "1", "");
    }

    @Test
    void aCrashInsideACheckpointLeavesTheOneBefore() {
        List<FailPoint> passed = new ArrayList<>();
        try (OffHeapStateStorage storage = open(directory, point -> {
            passed.add(point);
            if (passed.size() == 2) {
                throw new IllegalStateException("crash");
            }
        })) {
            writeThreeBlocks(storage);
            assertThatThrownBy(() -> checkpoint(storage).join()).hasRootCauseMessage("crash");
            assertThat(passed).containsOnly(FailPoint.INSIDE_CHECKPOINT).hasSize(2);
        }
        assertThat(directory.resolve("incoming")).isNotEmptyDirectory();
        try (OffHeapStateStorage storage = open(directory, FailPoints.disarmed())) {
            assertHasTheFirstCheckpoint(storage);
            assertThat(directory.resolve("incoming")).isEmptyDirectory();
            write(storage, put("a", "again"));
            assertThat(checkpoint(storage).join()).isEqualTo(3);
        }
        try (OffHeapStateStorage storage = open(directory, FailPoints.disarmed())) {
            assertThat(read(storage, "a", "b", "c")).containsExactly("again", "", "1");
        }
    }

    /// What a process leaves that is killed, rather than one that closes its files.
    @Test
    void theFilesAsTheyAreInsideACheckpointHoldTheOneBefore() {
        boolean[] second = {false};
        try (OffHeapStateStorage storage = open(directory, point -> {
            if (second[0]) {
                copyFiles();
            }
            second[0] = true;
        })) {
            writeThreeBlocks(storage);
            assertThat(checkpoint(storage).join()).isEqualTo(3);
        }
        try (OffHeapStateStorage storage = open(copy, FailPoints.disarmed())) {
            assertHasTheFirstCheckpoint(storage);
        }
        try (OffHeapStateStorage storage = open(directory, FailPoints.disarmed())) {
            assertThat(read(storage, "a", "b", "c", "d", "e", "f")).containsExactly("3", "3", "", "3", "1", "3");
        }
    }

    private void copyFiles() {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(directory.relativize(file)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void aFailedCheckpointIsTheLastOneButReadsAndWritesGoOn() throws IOException {
        try (OffHeapStateStorage storage = open(directory, FailPoints.disarmed())) {
            writeThreeBlocks(storage);
            Files.delete(directory.resolve("incoming"));
            assertThatThrownBy(() -> checkpoint(storage).join())
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(CheckpointFailedException.class, failure -> {
                        assertThat(failure.height()).isEqualTo(3);
                        assertThat(failure.durableHeight()).isEqualTo(2);
                    })
                    .hasMessageContaining("checkpoint of height 3 failed (durable: 2)");
            Files.createDirectory(directory.resolve("incoming"));
            write(storage, put("a", "4"));
            assertThat(read(storage, "a", "f")).containsExactly("4", "3");
            assertThatThrownBy(() -> checkpoint(storage).join())
                    .hasCauseInstanceOf(CheckpointFailedException.class)
                    .hasMessageContaining("height 3");
            assertThat(storage.stats().durableHeight()).isEqualTo(2);
            assertThat(storage.checkpoint(StateRequests.checkpoint(2)).thenApply(done -> done.getHeight()))
                    .isCompletedWithValue(2L);
        }
    }

    @Test
    void afterAFailedCheckpointMemoryDoesNotGrowWithEveryWrite() {
        try (OffHeapStateStorage storage = open(directory, point -> {
            throw new IllegalStateException("crash");
        })) {
            write(storage, put("a", "1"));
            assertThatThrownBy(() -> checkpoint(storage).join()).hasRootCauseMessage("crash");
            long settled = 0;
            for (int round = 0; round < 60; round++) {
                List<StateDifference> differences = new ArrayList<>();
                for (int i = 0; i < 5_000; i++) {
                    differences.add(put("key %d of round %d".formatted(i, round), "v"));
                }
                write(storage, differences.toArray(StateDifference[]::new));
                differences.replaceAll(each -> each.toBuilder().clearValue().build());
                write(storage, differences.toArray(StateDifference[]::new));
                settled = round == 30 ? storage.stats().offHeapBytes() : settled;
            }
            assertThat(storage.stats().records()).isOne();
            assertThat(storage.stats().offHeapBytes()).isLessThan(settled + settled / 4);
        }
    }

    @Test
    void whileACheckpointRunsAnotherIsRefusedAndEverythingElseGoesOn() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (OffHeapStateStorage storage = open(directory, point -> {
            reached.countDown();
            await(goOn);
        })) {
            write(storage, put("a", "1"));
            CompletableFuture<Long> running = checkpoint(storage);
            reached.await();
            write(storage, put("a", "2"));
            assertThat(read(storage, "a")).containsExactly("2");
            assertThatThrownBy(() -> checkpoint(storage).join())
                    .cause()
                    .isInstanceOfSatisfying(
                            ServiceFailure.class,
                            failure -> assertThat(failure.kind()).isEqualTo(ServiceFailure.Kind.OVERLOADED));
            assertThat(running).isNotDone();
            goOn.countDown();
            assertThat(running).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(1L);
            assertThat(checkpoint(storage).join()).isEqualTo(2);
        }
    }

    @Test
    void anEarlierHeightIsAnsweredWithTheHeightOfTheCall() {
        try (OffHeapStateStorage storage = open(directory, FailPoints.disarmed())) {
            write(storage, put("a", "1"));
            write(storage, put("a", "2"));
            assertThat(storage.checkpoint(StateRequests.checkpoint(1))
                            .thenApply(done -> done.getHeight())
                            .toCompletableFuture()
                            .join())
                    .isEqualTo(2);
        }
        try (OffHeapStateStorage storage = open(directory, FailPoints.disarmed())) {
            assertThat(read(storage, "a")).containsExactly("2");
        }
    }

    @Test
    void closingWaitsForTheCheckpointThatRuns() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        OffHeapStateStorage storage = open(directory, point -> {
            reached.countDown();
            await(closing);
        });
        write(storage, put("a", "1"));
        CompletableFuture<Long> running = checkpoint(storage);
        reached.await();
        Thread closer = Thread.ofPlatform().start(storage::close);
        assertThat(running).isNotDone();
        closing.countDown();
        closer.join();
        assertThat(running).isCompletedWithValue(1L);
        try (OffHeapStateStorage reopened = open(directory, FailPoints.disarmed())) {
            assertThat(read(reopened, "a")).containsExactly("1");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
