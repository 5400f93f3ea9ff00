package ballast.statestorage;

import ballast.guard.FailPoint;
import ballast.guard.FailPoints;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.rocksdb.RocksDBException;

/// Makes cuts durable, one at a time, on a thread of its own.
///
/// A failure is final: after a write that failed nobody can say what is on the disk, so no other checkpoint is tried.
/// Started and closed by the storage's owner; the rest may be asked from any thread.
final class Checkpointer implements AutoCloseable {
    private final CheckpointStore store;
    private final FailPoints failPoints;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("state-checkpoint").daemon().factory());
    private volatile long durableHeight;
    private volatile boolean running;
    private volatile Optional<CheckpointFailedException> failure = Optional.empty();

    Checkpointer(CheckpointStore store, FailPoints failPoints, long durableHeight) {
        this.store = store;
        this.failPoints = failPoints;
        this.durableHeight = durableHeight;
    }

    /// Writes a cut and closes it. The stage completes on the checkpoint thread, with the height that is durable then;
    /// at that time [#isRunning] is false again.
    CompletableFuture<Long> start(Cut cut) {
        running = true;
        CompletableFuture<Long> done = new CompletableFuture<>();
        thread.execute(() -> {
            run(cut);
            running = false;
            failure.ifPresentOrElse(done::completeExceptionally, () -> done.complete(durableHeight));
        });
        return done;
    }

    private void run(Cut cut) {
        try (cut) {
            List<Path> files = store.write(cut);
            failPoints.passed(FailPoint.INSIDE_CHECKPOINT);
            store.adopt(files);
            durableHeight = cut.height();
        } catch (RocksDBException | RuntimeException | Error cause) {
            failure = Optional.of(new CheckpointFailedException(cut.height(), durableHeight, cause));
        }
    }

    /// Whether a cut is being read.
    boolean isRunning() {
        return running;
    }

    /// The height that a restart would find.
    long durableHeight() {
        return durableHeight;
    }

    /// Why there will be no further checkpoint.
    Optional<CheckpointFailedException> failure() {
        return failure;
    }

    /// Waits for the running checkpoint, ends the thread and closes the store.
    @Override
    public void close() {
        thread.close();
        store.close();
    }
}
