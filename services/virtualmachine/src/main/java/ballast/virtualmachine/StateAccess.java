package ballast.virtualmachine;

import ballast.guard.Invariant;
import ballast.types.statestorage.v1.CheckpointRequest;
import ballast.types.statestorage.v1.CheckpointResponse;
import ballast.types.statestorage.v1.ReadKeysRequest;
import ballast.types.statestorage.v1.ReadKeysResponse;
import ballast.types.statestorage.v1.StateDifference;
import ballast.types.statestorage.v1.StateStorage;
import ballast.types.statestorage.v1.WriteKeysRequest;
import com.google.protobuf.ByteString;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The state storage as its owner uses it: one call at a time, each waited for, each checked against the height
/// at which the owner knows it to be.
///
/// Every method throws [VirtualMachineException] if the storage fails or takes too long.
final class StateAccess {
    private final StateStorage storage;
    private final long answerMillisMax;
    private final long hashSeed;
    private long height;

    /// @param hashSeed for hash tables of keys, so that callers who choose keys cannot choose where they fall
    StateAccess(StateStorage storage, long answerMillisMax, long hashSeed) {
        this.storage = storage;
        this.answerMillisMax = answerMillisMax;
        this.hashSeed = hashSeed;
    }

    long hashSeed() {
        return hashSeed;
    }

    /// Asks the storage how far it has come; the first thing to do.
    StateTip recover() {
        var answer = readAnyHeight(List.of(StateKeys.TIP));
        height = answer.getHeight();
        var value = answer.getValues(0);
        var tip = value.isEmpty() ? StateTip.GENESIS : StateTip.decoded(value);
        Invariant.check(
                tip.height() == height,
                () -> "the state's tip is of its height: %d, not %d".formatted(tip.height(), height));
        return tip;
    }

    /// The values at the places of their keys.
    List<ByteString> read(List<ByteString> keys) {
        var answer = readAnyHeight(keys);
        Invariant.check(
                answer.getHeight() == height,
                () -> "nobody else moves the state: it is at %d, not at %d".formatted(answer.getHeight(), height));
        return answer.getValuesList();
    }

    void write(long nextHeight, List<StateDifference> differences) {
        var request = WriteKeysRequest.newBuilder()
                .setHeight(nextHeight)
                .addAllDifferences(differences)
                .build();
        var answer = answer(storage.writeKeys(request), "writing block " + nextHeight + " to the state");
        Invariant.check(answer.getHeight() == nextHeight, "the state answers with the height that was written");
        height = nextHeight;
    }

    CompletionStage<CheckpointResponse> checkpoint() {
        return storage.checkpoint(
                CheckpointRequest.newBuilder().setHeight(height).build());
    }

    <T> T answer(CompletionStage<T> stage, String what) {
        try {
            return stage.toCompletableFuture().get(answerMillisMax, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new VirtualMachineException(what + " failed", e);
        } catch (TimeoutException e) {
            throw new VirtualMachineException("%s took more than %d ms".formatted(what, answerMillisMax), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VirtualMachineException(what + " was interrupted", e);
        }
    }

    private ReadKeysResponse readAnyHeight(List<ByteString> keys) {
        var request = ReadKeysRequest.newBuilder().addAllKeys(keys).build();
        var answer = answer(storage.readKeys(request), "reading the state");
        Invariant.check(answer.getValuesCount() == keys.size(), "the state answers with a value for each key");
        return answer;
    }
}
