package ballast.statestorage.testing;

import ballast.types.statestorage.v1.CheckpointRequest;
import ballast.types.statestorage.v1.CheckpointResponse;
import ballast.types.statestorage.v1.ReadKeysRequest;
import ballast.types.statestorage.v1.ReadKeysResponse;
import ballast.types.statestorage.v1.StateDifference;
import ballast.types.statestorage.v1.StateStorage;
import ballast.types.statestorage.v1.WriteKeysRequest;
import ballast.types.statestorage.v1.WriteKeysResponse;
import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// The plainest correct StateStorage: a hash map that keeps nothing, so a checkpoint answers height 0. Every answer is
/// there when the call returns.
///
/// Thread-safe: one lock around every call.
public final class InMemoryStateStorage implements StateStorage {
    private final Map<ByteString, ByteString> values;
    private long height;

    /// An empty state at height 0.
    public InMemoryStateStorage() {
        this(0, Map.of());
    }

    /// The state as of a height.
    public InMemoryStateStorage(long height, Map<ByteString, ByteString> values) {
        this.height = height;
        this.values = new HashMap<>(values);
    }

    @Override
    public synchronized CompletionStage<ReadKeysResponse> readKeys(ReadKeysRequest request) {
        try {
            StateRules.checkKeys(request.getKeysList());
        } catch (IllegalArgumentException refused) {
            return CompletableFuture.failedStage(refused);
        }
        ReadKeysResponse.Builder answer = ReadKeysResponse.newBuilder().setHeight(height);
        request.getKeysList().forEach(key -> answer.addValues(values.getOrDefault(key, ByteString.EMPTY)));
        return CompletableFuture.completedStage(answer.build());
    }

    @Override
    public synchronized CompletionStage<WriteKeysResponse> writeKeys(WriteKeysRequest request) {
        try {
            StateRules.checkWrite(request, height);
        } catch (IllegalArgumentException refused) {
            return CompletableFuture.failedStage(refused);
        }
        for (StateDifference difference : request.getDifferencesList()) {
            if (difference.getValue().isEmpty()) {
                values.remove(difference.getKey());
            } else {
                values.put(difference.getKey(), difference.getValue());
            }
        }
        height = request.getHeight();
        return CompletableFuture.completedStage(
                WriteKeysResponse.newBuilder().setHeight(height).build());
    }

    @Override
    public synchronized CompletionStage<CheckpointResponse> checkpoint(CheckpointRequest request) {
        try {
            StateRules.checkCheckpoint(request.getHeight(), height);
        } catch (IllegalArgumentException refused) {
            return CompletableFuture.failedStage(refused);
        }
        return CompletableFuture.completedStage(CheckpointResponse.getDefaultInstance());
    }

    /// The height of the last block; 0 before the first.
    public synchronized long height() {
        return height;
    }

    /// A copy of every key and value.
    public synchronized Map<ByteString, ByteString> values() {
        return Map.copyOf(values);
    }
}
