package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.guard.FailPoint;
import ballast.statestorage.testing.FailingStateStorage;
import ballast.statestorage.testing.InMemoryStateStorage;
import ballast.statestorage.testing.LateStateStorage;
import ballast.types.statestorage.v1.CheckpointRequest;
import ballast.types.statestorage.v1.CheckpointResponse;
import ballast.types.statestorage.v1.ReadKeysRequest;
import ballast.types.statestorage.v1.ReadKeysResponse;
import ballast.types.statestorage.v1.StateStorage;
import ballast.types.statestorage.v1.WriteKeysRequest;
import ballast.types.statestorage.v1.WriteKeysResponse;
import ballast.virtualmachine.VirtualMachineOptions.Checkpoints;
import ballast.virtualmachine.testing.Messages;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

final class CheckpointerTest {
    private static final VirtualMachineOptions EACH_THIRD_BLOCK =
            VirtualMachineOptions.defaults().with(new Checkpoints(3, Long.MAX_VALUE));

    @Test
    void takesACheckpointWhenEnoughBlocksWereWritten() {
        var rig = new Rig(EACH_THIRD_BLOCK);
        execute(rig, 1);
        execute(rig, 2);
        assertThat(rig.background).isEmpty();
        execute(rig, 3);
        rig.runBackground();
        assertThat(rig.state.durableHeight()).isEqualTo(3);
        assertThat(rig.machine.status().checkpointHeight()).isEqualTo(3);
        assertThat(rig.log.forgotten().index()).isEqualTo(3);

        execute(rig, 4);
        execute(rig, 5);
        assertThat(rig.background).isEmpty();
        execute(rig, 6);
        assertThat(rig.background).hasSize(1);
    }

    @Test
    void takesACheckpointWhenEnoughBytesWereLogged() {
        var rig = new Rig();
        execute(rig, 1);
        int entryBytes = rig.log.offers().getFirst().entry().remaining();
        var limited = new Rig(VirtualMachineOptions.defaults().with(new Checkpoints(100, 3L * entryBytes)));
        execute(limited, 1);
        execute(limited, 1);
        assertThat(limited.background).isEmpty();
        execute(limited, 1);
        assertThat(limited.background).describedAs("repeats fill the log too").hasSize(1);
        limited.runBackground();
        assertThat(limited.state.durableHeight()).isOne();
        for (int repeat = 0; repeat < 5; repeat++) {
            execute(limited, 1);
        }
        assertThat(limited.background)
                .describedAs("there is no new height to keep")
                .isEmpty();
    }

    @Test
    void passesItsFailPointsAroundTheCheckpoint() {
        var rig = new Rig(EACH_THIRD_BLOCK);
        execute(rig, 1);
        execute(rig, 2);
        execute(rig, 3);
        rig.passed.clear();
        rig.runBackground();
        assertThat(rig.passed).containsExactly(FailPoint.AFTER_CHECKPOINT);
    }

    @Test
    void forcesTheJournalAgainForBlocksThatCameMeanwhile() {
        var rig = new Rig(EACH_THIRD_BLOCK);
        execute(rig, 1);
        execute(rig, 2);
        execute(rig, 3);
        execute(rig, 4);
        assertThat(rig.background)
                .describedAs("one checkpoint at a time")
                .hasSize(1)
                .allSatisfy(Runnable::run);
        rig.background.clear();
        assertThat(rig.history.forcedHeight()).isEqualTo(4);
        execute(rig, 5);
        assertThat(rig.history.forcedHeight())
                .describedAs("what the storage has on disk, the journal has on disk")
                .isEqualTo(rig.state.durableHeight());
        assertThat(rig.log.forgotten().index()).isEqualTo(rig.state.durableHeight());
    }

    @Test
    void letsTheLogForgetNothingWhileTheStorageKeepsNothing() {
        var rig = new Rig(EACH_THIRD_BLOCK);
        var machine = started(rig, new InMemoryStateStorage(), rig.history);
        for (int number = 1; number <= 3; number++) {
            execute(rig, machine, number);
        }
        rig.background.remove().run();
        turn(machine);
        assertThat(rig.log.forgotten().index()).isZero();
        assertThat(machine.status().checkpointHeight()).isZero();
    }

    @Test
    void endsTheMachineWhenTheJournalCannotBeForced() {
        var rig = new Rig(EACH_THIRD_BLOCK);
        var machine = started(rig, rig.state, HistoryThatFails.toForce(rig.history));
        for (int number = 1; number <= 3; number++) {
            execute(rig, machine, number);
        }
        rig.background.remove().run();
        assertThatExceptionOfType(VirtualMachineException.class)
                .isThrownBy(machine::turn)
                .withMessage("forcing the journal failed")
                .withStackTraceContaining("the journal's device is gone");
        assertThat(rig.state.durableHeight()).isZero();
    }

    @Test
    void endsTheMachineWhenTheStateCannotBeKept() {
        var rig = new Rig(EACH_THIRD_BLOCK);
        var failing = FailingStateStorage.atCheckpoint(1, rig.state, () -> new IllegalStateException("no space left"));
        var machine = started(rig, failing, rig.history);
        for (int number = 1; number <= 3; number++) {
            execute(rig, machine, number);
        }
        rig.background.remove().run();
        assertThatExceptionOfType(VirtualMachineException.class)
                .isThrownBy(() -> turn(machine))
                .withMessage("the checkpoint of the state failed")
                .withStackTraceContaining("no space left");
        assertThat(rig.log.forgotten().index()).isZero();
    }

    @Test
    void waitsAtTheEndForACheckpointThatIsUnderWay() {
        var rig = new Rig(EACH_THIRD_BLOCK);
        var late = new LateCheckpoints(rig.state);
        var machine = started(rig, late, rig.history);
        for (int number = 1; number <= 3; number++) {
            execute(rig, machine, number);
        }
        rig.background.remove().run();
        turn(machine);
        machine.beginClosing();
        turn(machine);
        assertThatExceptionOfType(VirtualMachineException.class)
                .isThrownBy(machine::finish)
                .withMessage("the checkpoint under way took more than 20 ms");
        late.answerAll();
        machine.finish();
        assertThat(machine.status().checkpointHeight()).isEqualTo(3);
    }

    /// Answers reads and writes at once, checkpoints when told to.
    private static final class LateCheckpoints implements StateStorage {
        private final StateStorage punctual;
        private final LateStateStorage late;
        private boolean isLate = true;

        LateCheckpoints(StateStorage behind) {
            punctual = behind;
            late = new LateStateStorage(behind);
        }

        void answerAll() {
            isLate = false;
            boolean more = true;
            while (more) {
                more = late.answerNext();
            }
        }

        @Override
        public CompletionStage<ReadKeysResponse> readKeys(ReadKeysRequest request) {
            return punctual.readKeys(request);
        }

        @Override
        public CompletionStage<WriteKeysResponse> writeKeys(WriteKeysRequest request) {
            return punctual.writeKeys(request);
        }

        @Override
        public CompletionStage<CheckpointResponse> checkpoint(CheckpointRequest request) {
            return isLate ? late.checkpoint(request) : punctual.checkpoint(request);
        }
    }

    private static SteppedVirtualMachine started(Rig rig, StateStorage state, History history) {
        var machine = rig.machine(state, history, rig.passed::add);
        machine.start(rig.log);
        return machine;
    }

    private static void execute(Rig rig, long number) {
        execute(rig, rig.machine, number);
    }

    private static void execute(Rig rig, SteppedVirtualMachine machine, long number) {
        var transaction = Messages.transaction(Messages.id(number), Messages.transfer("user1", "user2", 1));
        var answer = machine.processTransaction(Messages.request(transaction));
        turn(machine);
        rig.log.commit(machine, rig.log.offers().size() - 1);
        turn(machine);
        assertThat(answer).isCompleted();
    }

    private static void turn(SteppedVirtualMachine machine) {
        for (int turns = 0; machine.turn(); turns++) {
            assertThat(turns).isLessThan(1_000);
        }
    }
}
