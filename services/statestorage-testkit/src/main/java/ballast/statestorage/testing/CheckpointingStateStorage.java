package ballast.statestorage.testing;

import ballast.types.statestorage.v1.CheckpointRequest;
import ballast.types.statestorage.v1.CheckpointResponse;
import ballast.types.statestorage.v1.ReadKeysRequest;
import ballast.types.statestorage.v1.ReadKeysResponse;
import ballast.types.statestorage.v1.StateStorage;
import ballast.types.statestorage.v1.WriteKeysRequest;
import ballast.types.statestorage.v1.WriteKeysResponse;
import java.util.concurrent.CompletionStage;

/// A StateStorage in memory whose checkpoints survive a [#crash]: what a restart test needs, without a disk.
///
/// A checkpoint is taken at the call, at the last height written. Thread-safe: one lock around every call.
public final class CheckpointingStateStorage implements StateStorage {
    private InMemoryStateStorage current = new InMemoryStateStorage();
    private InMemoryStateStorage durable = new InMemoryStateStorage();

    /// Loses every block after the last checkpoint, as a process does that is killed.
    public synchronized void crash() {
        current = new InMemoryStateStorage(durable.height(), durable.values());
    }

    @Override
    public synchronized CompletionStage<ReadKeysResponse> readKeys(ReadKeysRequest request) {
        return current.readKeys(request);
    }

    @Override
    public synchronized CompletionStage<WriteKeysResponse> writeKeys(WriteKeysRequest request) {
        return current.writeKeys(request);
    }

    @Override
    public synchronized CompletionStage<CheckpointResponse> checkpoint(CheckpointRequest request) {
        return current.checkpoint(request).thenApply(accepted -> {
            durable = new InMemoryStateStorage(current.height(), current.values());
            return CheckpointResponse.newBuilder().setHeight(durable.height()).build();
        });
    }

    /// The height that a crash would go back to.
    public synchronized long durableHeight() {
        return durable.height();
    }
}
