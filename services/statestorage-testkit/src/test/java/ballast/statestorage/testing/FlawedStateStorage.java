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
import com.google.protobuf.UnsafeByteOperations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// A correct storage seen through a [Flaw].
final class FlawedStateStorage implements StateStorage {
    private final InMemoryStateStorage correct = new InMemoryStateStorage();
    private final List<byte[]> lent = new ArrayList<>();
    private final Flaw flaw;

    FlawedStateStorage(Flaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public CompletionStage<ReadKeysResponse> readKeys(ReadKeysRequest request) {
        List<ByteString> keys = request.getKeysList().stream().map(flaw::key).toList();
        return correct.readKeys(StateRequests.read(flaw.keysRead(keys)))
                .thenApply(flaw::answer)
                .thenApply(this::lend);
    }

    @Override
    public CompletionStage<WriteKeysResponse> writeKeys(WriteKeysRequest request) {
        List<StateDifference> differences = request.getDifferencesList().stream()
                .map(each -> StateRequests.put(flaw.key(each.getKey()), flaw.value(each.getValue())))
                .toList();
        lent.forEach(buffer -> Arrays.fill(buffer, (byte) '9'));
        WriteKeysRequest seen = StateRequests.write(request.getHeight(), flaw.differences(differences));
        WriteKeysResponse claimed =
                WriteKeysResponse.newBuilder().setHeight(request.getHeight()).build();
        Optional<WriteKeysRequest> written = flaw.written(seen, correct.height());
        return written.isPresent()
                ? correct.writeKeys(written.get()).thenApply(done -> claimed)
                : CompletableFuture.completedStage(claimed);
    }

    @Override
    public CompletionStage<CheckpointResponse> checkpoint(CheckpointRequest request) {
        return correct.checkpoint(flaw.checkpointAsked(request)).thenApply(done -> flaw.checkpointed(request));
    }

    private ReadKeysResponse lend(ReadKeysResponse answer) {
        if (!flaw.lendsItsBuffers()) {
            return answer;
        }
        List<byte[]> buffers =
                answer.getValuesList().stream().map(ByteString::toByteArray).toList();
        lent.addAll(buffers);
        return answer.toBuilder()
                .clearValues()
                .addAllValues(
                        buffers.stream().map(UnsafeByteOperations::unsafeWrap).toList())
                .build();
    }
}
