package ballast.statestorage.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.types.statestorage.v1.ReadKeysResponse;
import ballast.types.statestorage.v1.StateDifference;
import ballast.types.statestorage.v1.StateStorage;
import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.AbstractStringAssert;

/// Calls a storage and waits for its answers, so that a rule reads as one line a step.
final class StateStorageDriver {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final StateStorage storage;
    private long height;

    /// Drives a storage whose last block has this height.
    StateStorageDriver(StateStorage storage, long height) {
        this.storage = storage;
        this.height = height;
    }

    /// Writes the next block and expects it to be accepted.
    void write(StateDifference... differences) {
        write(List.of(differences));
    }

    void write(List<StateDifference> differences) {
        long next = height + 1;
        assertThat(answer(storage.writeKeys(StateRequests.write(next, differences)))
                        .getHeight())
                .as("the height in the answer to a write")
                .isEqualTo(next);
        height = next;
    }

    /// Offers a block and expects it to be refused.
    AbstractStringAssert<?> writeIsRefused(long offered, StateDifference... differences) {
        return refusal(storage.writeKeys(StateRequests.write(offered, differences)));
    }

    ReadKeysResponse read(List<ByteString> keys) {
        return answer(storage.readKeys(StateRequests.read(keys)));
    }

    /// The values of keys, all as text.
    List<String> read(String... keys) {
        return answer(storage.readKeys(StateRequests.read(keys))).getValuesList().stream()
                .map(ByteString::toStringUtf8)
                .toList();
    }

    ByteString read(ByteString key) {
        return read(List.of(key)).getValues(0);
    }

    /// The height that the storage itself tells.
    long heightRead() {
        return read(List.of()).getHeight();
    }

    /// The height of the last block written here.
    long height() {
        return height;
    }

    CompletionStage<Long> startCheckpoint() {
        return storage.checkpoint(StateRequests.checkpoint(height)).thenApply(done -> done.getHeight());
    }

    long checkpoint() {
        return answer(startCheckpoint());
    }

    AbstractStringAssert<?> checkpointIsRefused(long asked) {
        return refusal(storage.checkpoint(StateRequests.checkpoint(asked)));
    }

    AbstractStringAssert<?> readIsRefused(List<ByteString> keys) {
        return refusal(storage.readKeys(StateRequests.read(keys)));
    }

    static <T> T answer(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException failure) {
            throw new AssertionError("the storage failed: " + failure, failure);
        }
    }

    /// A refusal is a stage that failed with an [IllegalArgumentException]; the call itself throws nothing.
    private static AbstractStringAssert<?> refusal(CompletionStage<?> stage) {
        Throwable failed = assertThat(stage)
                .failsWithin(PATIENCE)
                .withThrowableOfType(ExecutionException.class)
                .actual();
        assertThat(failed).hasCauseInstanceOf(IllegalArgumentException.class);
        return assertThat(failed.getMessage());
    }
}
