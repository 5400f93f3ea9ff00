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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// A correct storage until its restart, which replays the blocks through a [RestartFlaw].
final class ReplayedStateStorage implements StateStorage {
    private final List<WriteKeysRequest> blocks = new ArrayList<>();
    private final List<Long> checkpoints = new ArrayList<>();
    private final RestartFlaw flaw;
    private InMemoryStateStorage current = new InMemoryStateStorage();

    ReplayedStateStorage(RestartFlaw flaw) {
        this.flaw = flaw;
    }

    void restart() {
        List<WriteKeysRequest> left = List.copyOf(flaw.left(blocks, checkpoints));
        Map<ByteString, ByteString> values = new HashMap<>();
        for (WriteKeysRequest block : left) {
            block.getDifferencesList().stream().filter(flaw::kept).forEach(each -> apply(each, values));
        }
        blocks.clear();
        blocks.addAll(left);
        long height = left.isEmpty() ? 0 : left.getLast().getHeight();
        current = new InMemoryStateStorage(flaw.height(height), values);
    }

    private static void apply(StateDifference difference, Map<ByteString, ByteString> values) {
        if (difference.getValue().isEmpty()) {
            values.remove(difference.getKey());
        } else {
            values.put(difference.getKey(), difference.getValue());
        }
    }

    @Override
    public CompletionStage<ReadKeysResponse> readKeys(ReadKeysRequest request) {
        return current.readKeys(request);
    }

    @Override
    public CompletionStage<WriteKeysResponse> writeKeys(WriteKeysRequest request) {
        return current.writeKeys(request).thenApply(done -> {
            blocks.add(request);
            return done;
        });
    }

    @Override
    public CompletionStage<CheckpointResponse> checkpoint(CheckpointRequest request) {
        checkpoints.add(current.height());
        return CompletableFuture.completedStage(
                CheckpointResponse.newBuilder().setHeight(current.height()).build());
    }
}
