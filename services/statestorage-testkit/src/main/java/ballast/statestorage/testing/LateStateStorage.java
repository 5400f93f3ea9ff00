package ballast.statestorage.testing;

import ballast.types.statestorage.v1.CheckpointRequest;
import ballast.types.statestorage.v1.CheckpointResponse;
import ballast.types.statestorage.v1.ReadKeysRequest;
import ballast.types.statestorage.v1.ReadKeysResponse;
import ballast.types.statestorage.v1.StateStorage;
import ballast.types.statestorage.v1.WriteKeysRequest;
import ballast.types.statestorage.v1.WriteKeysResponse;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Does at once what it is asked, like the storage behind it, but tells nobody until [#answerNext].
///
/// Thread-safe; an answer is handed over on the thread that calls [#answerNext].
public final class LateStateStorage implements StateStorage {
    private final StateStorage behind;
    private final Queue<Runnable> unanswered = new ArrayDeque<>();

    public LateStateStorage(StateStorage behind) {
        this.behind = behind;
    }

    /// Hands over the oldest answer; false if none is waiting.
    public boolean answerNext() {
        Runnable next;
        synchronized (unanswered) {
            if (unanswered.isEmpty()) {
                return false;
            }
            next = unanswered.remove();
        }
        next.run();
        return true;
    }

    @Override
    public CompletionStage<ReadKeysResponse> readKeys(ReadKeysRequest request) {
        return late(behind.readKeys(request));
    }

    @Override
    public CompletionStage<WriteKeysResponse> writeKeys(WriteKeysRequest request) {
        return late(behind.writeKeys(request));
    }

    @Override
    public CompletionStage<CheckpointResponse> checkpoint(CheckpointRequest request) {
        return late(behind.checkpoint(request));
    }

    private <T> CompletionStage<T> late(CompletionStage<T> answer) {
        CompletableFuture<Void> released = new CompletableFuture<>();
        synchronized (unanswered) {
            unanswered.add(() -> released.complete(null));
        }
        return released.thenCompose(now -> answer);
    }
}
