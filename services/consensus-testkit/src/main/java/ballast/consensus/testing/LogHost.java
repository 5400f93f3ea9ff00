package ballast.consensus.testing;

import ballast.consensus.ReplicatedLog;
import ballast.consensus.ReplicatedStateMachine;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/// The place where one replica's log lives, as a disk is: the log in it is opened, closed and opened again, one
/// at a time.
///
/// Its log drops forgotten entries at the latest when it is closed, in units of at most [#FORGET_BYTES].
public interface LogHost extends AutoCloseable {
    /// So many bytes of entries are surely dropped once they are all forgotten and the log was closed.
    int FORGET_BYTES = 16 << 10;

    ReplicatedLog open(ReplicatedStateMachine machine);

    /// Lets the log work until `reached` holds; returns, too, when it is idle or has had ample time.
    void work(BooleanSupplier reached);

    /// The outcome of a stage, after letting the log work for it.
    ///
    /// @throws IllegalStateException if the stage does not end
    default <T> T await(CompletionStage<T> stage) {
        var future = stage.toCompletableFuture();
        work(future::isDone);
        if (!future.isDone()) {
            throw new IllegalStateException("a stage did not end");
        }
        return future.join();
    }

    @Override
    default void close() {}
}
