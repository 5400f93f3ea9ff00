package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.consensus.LogPosition;
import ballast.guard.InvariantViolation;
import ballast.journal.Hash;
import ballast.statestorage.testing.FailingStateStorage;
import ballast.statestorage.testing.InMemoryStateStorage;
import ballast.statestorage.testing.LateStateStorage;
import ballast.statestorage.testing.StateRequests;
import ballast.types.statestorage.v1.CheckpointRequest;
import ballast.types.statestorage.v1.CheckpointResponse;
import ballast.types.statestorage.v1.ReadKeysRequest;
import ballast.types.statestorage.v1.ReadKeysResponse;
import ballast.types.statestorage.v1.StateStorage;
import ballast.types.statestorage.v1.WriteKeysRequest;
import ballast.types.statestorage.v1.WriteKeysResponse;
import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

final class StateAccessTest {
    private static final ByteString KEY = ByteString.copyFromUtf8("key");
    private static final StateTip TIP = new StateTip(new LogPosition(1, 5), 3, 9, 100, Hash.ZERO);

    @Test
    void anEmptyStateBeginsAtGenesis() {
        assertThat(access(new InMemoryStateStorage()).recover()).isEqualTo(StateTip.GENESIS);
    }

    @Test
    void findsTheTipThatWasWrittenLast() {
        assertThat(access(new InMemoryStateStorage(3, Map.of(StateKeys.TIP, TIP.encoded())))
                        .recover())
                .isEqualTo(TIP);
    }

    @Test
    void stopsWhenTheTipIsOfAnotherHeight() {
        var storage = new InMemoryStateStorage(4, Map.of(StateKeys.TIP, TIP.encoded()));
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(access(storage)::recover)
                .withMessage("the state's tip is of its height: 3, not 4");
    }

    @Test
    void stopsWhenTheStateHasNoTip() {
        var storage = new InMemoryStateStorage(4, Map.of());
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(access(storage)::recover)
                .withMessage("the state's tip is of its height: 0, not 4");
    }

    @Test
    void stopsWhenSomebodyElseMovesTheState() {
        var storage = new InMemoryStateStorage();
        var access = access(storage);
        access.recover();
        storage.writeKeys(StateRequests.write(1));
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> access.read(List.of(KEY)))
                .withMessage("nobody else moves the state: it is at 1, not at 0");
    }

    @Test
    void stopsWhenTheAnswerIsNotToTheQuestion() {
        var reads = access(new StorageThatAnswersNonsense());
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> reads.read(List.of(KEY)))
                .withMessage("the state answers with a value for each key");
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> reads.write(1, List.of()))
                .withMessage("the state answers with the height that was written");
    }

    @Test
    void saysWhatFailed() {
        var failing = access(FailingStateStorage.atWrite(
                1, new InMemoryStateStorage(), () -> new IllegalStateException("no memory")));
        assertThatExceptionOfType(VirtualMachineException.class)
                .isThrownBy(() -> failing.write(1, List.of()))
                .withMessage("writing block 1 to the state failed")
                .withStackTraceContaining("no memory");
        var alsoFailing = access(FailingStateStorage.atRead(
                1, new InMemoryStateStorage(), () -> new IllegalStateException("no memory")));
        assertThatExceptionOfType(VirtualMachineException.class)
                .isThrownBy(() -> alsoFailing.read(List.of(KEY)))
                .withMessage("reading the state failed");
    }

    @Test
    void doesNotWaitForEver() {
        var late = new StateAccess(new LateStateStorage(new InMemoryStateStorage()), 1, 0);
        assertThatExceptionOfType(VirtualMachineException.class)
                .isThrownBy(late::recover)
                .withMessage("reading the state took more than 1 ms");
    }

    @Test
    void staysInterruptedWhenItIsInterrupted() {
        var late = access(new LateStateStorage(new InMemoryStateStorage()));
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(VirtualMachineException.class)
                .isThrownBy(late::recover)
                .withMessage("reading the state was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    private static StateAccess access(StateStorage storage) {
        return new StateAccess(storage, 10_000, 0);
    }

    private static final class StorageThatAnswersNonsense implements StateStorage {
        @Override
        public CompletionStage<ReadKeysResponse> readKeys(ReadKeysRequest request) {
            return CompletableFuture.completedFuture(ReadKeysResponse.getDefaultInstance());
        }

        @Override
        public CompletionStage<WriteKeysResponse> writeKeys(WriteKeysRequest request) {
            return CompletableFuture.completedFuture(WriteKeysResponse.getDefaultInstance());
        }

        @Override
        public CompletionStage<CheckpointResponse> checkpoint(CheckpointRequest request) {
            return CompletableFuture.completedFuture(CheckpointResponse.getDefaultInstance());
        }
    }
}
