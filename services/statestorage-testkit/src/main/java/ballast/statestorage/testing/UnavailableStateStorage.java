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
import java.util.function.Supplier;

/// Fails every call in the same way, as a storage does that is out of reach.
///
/// Thread-safe: it has no state.
public final class UnavailableStateStorage implements StateStorage {
    private final Supplier<? extends RuntimeException> failure;

    public UnavailableStateStorage(Supplier<? extends RuntimeException> failure) {
        this.failure = failure;
    }

    @Override
    public CompletionStage<ReadKeysResponse> readKeys(ReadKeysRequest request) {
        return CompletableFuture.failedStage(failure.get());
    }

    @Override
    public CompletionStage<WriteKeysResponse> writeKeys(WriteKeysRequest request) {
        return CompletableFuture.failedStage(failure.get());
    }

    @Override
    public CompletionStage<CheckpointResponse> checkpoint(CheckpointRequest request) {
        return CompletableFuture.failedStage(failure.get());
    }
}
