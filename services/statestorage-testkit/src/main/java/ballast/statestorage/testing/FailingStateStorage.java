package ballast.statestorage.testing;

import ballast.types.statestorage.v1.CheckpointRequest;
import ballast.types.statestorage.v1.CheckpointResponse;
import ballast.types.statestorage.v1.ReadKeysRequest;
import ballast.types.statestorage.v1.ReadKeysResponse;
import ballast.types.statestorage.v1.StateStorage;
import ballast.types.statestorage.v1.WriteKeysRequest;
import ballast.types.statestorage.v1.WriteKeysResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Answers like the storage behind it, except for the one call that it was told to fail. The failed call has no effect;
/// the calls after it are answered again.
///
/// Thread-safe.
public final class FailingStateStorage implements StateStorage {
    private enum Call {
        READ,
        WRITE,
        CHECKPOINT
    }

    private final StateStorage behind;
    private final Call failing;
    private final AtomicLong callsBeforeFailure;
    private final Supplier<? extends RuntimeException> failure;

    private FailingStateStorage(
            StateStorage behind, Call failing, long ordinal, Supplier<? extends RuntimeException> failure) {
        this.behind = behind;
        this.failing = failing;
        this.callsBeforeFailure = new AtomicLong(ordinal - 1);
        this.failure = failure;
    }

    /// Fails the read with this ordinal, counted from 1.
    public static FailingStateStorage atRead(
            long ordinal, StateStorage behind, Supplier<? extends RuntimeException> failure) {
        return new FailingStateStorage(behind, Call.READ, ordinal, failure);
    }

    /// Fails the write with this ordinal, counted from 1.
    public static FailingStateStorage atWrite(
            long ordinal, StateStorage behind, Supplier<? extends RuntimeException> failure) {
        return new FailingStateStorage(behind, Call.WRITE, ordinal, failure);
    }

    /// Fails the checkpoint with this ordinal, counted from 1.
    public static FailingStateStorage atCheckpoint(
            long ordinal, StateStorage behind, Supplier<? extends RuntimeException> failure) {
        return new FailingStateStorage(behind, Call.CHECKPOINT, ordinal, failure);
    }

    @Override
    public CompletionStage<ReadKeysResponse> readKeys(ReadKeysRequest request) {
        return unlessFailing(Call.READ, () -> behind.readKeys(request));
    }

    @Override
    public CompletionStage<WriteKeysResponse> writeKeys(WriteKeysRequest request) {
        return unlessFailing(Call.WRITE, () -> behind.writeKeys(request));
    }

    @Override
    public CompletionStage<CheckpointResponse> checkpoint(CheckpointRequest request) {
        return unlessFailing(Call.CHECKPOINT, () -> behind.checkpoint(request));
    }

    private <T> CompletionStage<T> unlessFailing(Call call, Supplier<CompletionStage<T>> answer) {
        if (call == failing && callsBeforeFailure.getAndDecrement() == 0) {
            return CompletableFuture.failedStage(failure.get());
        }
        return answer.get();
    }
}
