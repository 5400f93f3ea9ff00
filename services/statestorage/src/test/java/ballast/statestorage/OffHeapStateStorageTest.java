package ballast.statestorage;

import static ballast.statestorage.testing.StateRequests.put;
import static ballast.statestorage.testing.StateRequests.remove;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.guard.FailPoints;
import ballast.guard.InvariantViolation;
import ballast.guard.ServiceFailure;
import ballast.statestorage.testing.StateRequests;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OffHeapStateStorageTest {
    private final Path directory;

    OffHeapStateStorageTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private OffHeapStateStorage open() {
        return OffHeapStateStorage.open(directory, StateStorageOptions.defaults(), FailPoints.disarmed());
    }

    private static void write(OffHeapStateStorage storage, String key, String value) {
        storage.writeKeys(StateRequests.write(storage.stats().height() + 1, put(key, value)))
                .toCompletableFuture()
                .join();
    }

    @Test
    void tellsWhatItHolds() {
        try (OffHeapStateStorage storage = open()) {
            assertThat(storage.stats().records()).isZero();
            assertThat(storage.stats().height()).isZero();
            long empty = storage.stats().offHeapBytes();
            write(storage, "alice", "1");
            write(storage, "bob", "1");
            storage.writeKeys(StateRequests.write(3, remove("bob")));
            assertThat(storage.stats().records()).isOne();
            assertThat(storage.stats().height()).isEqualTo(3);
            assertThat(storage.stats().durableHeight()).isZero();
            assertThat(storage.stats().offHeapBytes()).isGreaterThan(empty);
            storage.checkpoint(StateRequests.checkpoint(3))
                    .toCompletableFuture()
                    .join();
            assertThat(storage.stats().durableHeight()).isEqualTo(3);
        }
    }

    @Test
    void answersNothingOnceClosed() {
        OffHeapStateStorage storage = open();
        storage.close();
        storage.close();
        for (CompletionStage<?> answer : List.of(
                storage.readKeys(StateRequests.read("alice")),
                storage.writeKeys(StateRequests.write(1)),
                storage.checkpoint(StateRequests.checkpoint(0)))) {
            assertThatThrownBy(() -> answer.toCompletableFuture().join())
                    .cause()
                    .isInstanceOfSatisfying(
                            ServiceFailure.class,
                            failure -> assertThat(failure.kind()).isEqualTo(ServiceFailure.Kind.UNAVAILABLE));
        }
    }

    @Test
    void callsThatOverlapBreakAnInvariant() {
        AtomicReference<Runnable> during = new AtomicReference<>(() -> {});
        KeyHash hashThatCallsBack = (bytes, offset, length) -> {
            during.get().run();
            return length;
        };
        OffHeapStateStorage storage = OffHeapStateStorage.open(
                directory, StateStorageOptions.defaults(), FailPoints.disarmed(), hashThatCallsBack);
        during.set(() -> storage.readKeys(StateRequests.read()));
        assertThatThrownBy(() -> storage.readKeys(StateRequests.read("alice"))).isInstanceOf(InvariantViolation.class);
        during.set(storage::close);
        assertThatThrownBy(() -> storage.readKeys(StateRequests.read("alice"))).isInstanceOf(InvariantViolation.class);
        during.set(() -> {});
        assertThat(storage.readKeys(StateRequests.read("alice"))).isCompleted();
        storage.close();
    }

    @Test
    void theOwnerMayChangeItsThread() throws InterruptedException {
        try (OffHeapStateStorage storage = open()) {
            Thread first = Thread.ofPlatform().start(() -> write(storage, "alice", "1"));
            first.join();
            write(storage, "alice", "2");
            assertThat(storage.stats().height()).isEqualTo(2);
        }
    }

    @Test
    void itsThreadEndsWithIt() throws InterruptedException {
        AtomicReference<Thread> checkpointThread = new AtomicReference<>(Thread.currentThread());
        OffHeapStateStorage storage = OffHeapStateStorage.open(
                directory, StateStorageOptions.defaults(), point -> checkpointThread.set(Thread.currentThread()));
        write(storage, "alice", "1");
        storage.checkpoint(StateRequests.checkpoint(1)).toCompletableFuture().join();
        storage.close();
        assertThat(checkpointThread.get().getName()).isEqualTo("state-checkpoint");
        // an executor has terminated a moment before its last thread has
        assertThat(checkpointThread.get().join(Duration.ofSeconds(30)))
                .describedAs("ends")
                .isTrue();
    }

    @Test
    void everySeedGivesTheSameAnswers() {
        for (long seed : new long[] {1, 2, -3}) {
            try (OffHeapStateStorage storage = OffHeapStateStorage.open(
                    directory.resolve("seed " + seed),
                    StateStorageOptions.defaults().withHashSeed(seed),
                    FailPoints.disarmed())) {
                write(storage, "alice", "1");
                assertThat(storage.readKeys(StateRequests.read("alice", "bob"))
                                .toCompletableFuture()
                                .join()
                                .getValuesList())
                        .extracting(value -> value.toStringUtf8())
                        .containsExactly("1", "");
            }
        }
    }
}
