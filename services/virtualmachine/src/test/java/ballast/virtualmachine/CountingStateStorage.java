package ballast.virtualmachine;

import ballast.types.statestorage.v1.CheckpointRequest;
import ballast.types.statestorage.v1.CheckpointResponse;
import ballast.types.statestorage.v1.ReadKeysRequest;
import ballast.types.statestorage.v1.ReadKeysResponse;
import ballast.types.statestorage.v1.StateStorage;
import ballast.types.statestorage.v1.WriteKeysRequest;
import ballast.types.statestorage.v1.WriteKeysResponse;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// Remembers which keys were read together and which blocks were written.
final class CountingStateStorage implements StateStorage {
    private final StateStorage behind;
    private final List<List<ByteString>> reads = new ArrayList<>();
    private final List<WriteKeysRequest> writes = new ArrayList<>();

    CountingStateStorage(StateStorage behind) {
        this.behind = behind;
    }

    @Override
    public CompletionStage<ReadKeysResponse> readKeys(ReadKeysRequest request) {
        reads.add(request.getKeysList());
        return behind.readKeys(request);
    }

    @Override
    public CompletionStage<WriteKeysResponse> writeKeys(WriteKeysRequest request) {
        writes.add(request);
        return behind.writeKeys(request);
    }

    @Override
    public CompletionStage<CheckpointResponse> checkpoint(CheckpointRequest request) {
        return behind.checkpoint(request);
    }

    List<List<ByteString>> reads() {
        return reads;
    }

    List<WriteKeysRequest> writes() {
        return writes;
    }
}
