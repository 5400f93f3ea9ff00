package ballast.virtualmachine;

import static ballast.virtualmachine.testing.Messages.id;
import static ballast.virtualmachine.testing.Messages.transaction;
import static ballast.virtualmachine.testing.Messages.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.consensus.LogPosition;
import ballast.guard.FailPoint;
import ballast.guard.FailPoints;
import ballast.guard.InvariantViolation;
import ballast.statestorage.testing.FailingStateStorage;
import ballast.statestorage.testing.InMemoryStateStorage;
import ballast.types.statestorage.v1.StateStorage;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BlockApplierTest {
    private final InMemoryStateStorage state = new InMemoryStateStorage();
    private final MemoryHistory history = new MemoryHistory();

    @Test
    void putsABlockIntoTheJournalAndThenIntoTheState() {
        var applier = applier(state, history, FailPoints.disarmed());
        apply(applier, 1);
        apply(applier, 2);
        assertThat(applier.tip().height()).isEqualTo(2);
        assertThat(state.height()).isEqualTo(2);
        assertThat(history.blocks()).extracting(block -> block.height()).containsExactly(1L, 2L);
        assertThat(state.values().get(StateKeys.TIP)).isEqualTo(applier.tip().encoded());
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "3, 0", "4, 1", "5, 2"})
    void leavesStateAndJournalAloneWhenAReadFails(long ordinal, long good) {
        var applier = applier(
                FailingStateStorage.atRead(ordinal, state, BlockApplierTest::failure), history, FailPoints.disarmed());
        for (int number = 1; number <= good; number++) {
            apply(applier, number);
        }
        var before = state.values();
        assertThatExceptionOfType(VirtualMachineException.class)
                .isThrownBy(() -> apply(applier, good + 1))
                .withMessage("reading the state failed");
        assertThat(state.values()).isEqualTo(before);
        assertThat(history.height()).isEqualTo(good);
        assertThat(applier.tip().height()).isEqualTo(good);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void leavesTheStateAloneWhenTheWriteFailsAndARestartCatchesUp(long ordinal) {
        var applier = applier(
                FailingStateStorage.atWrite(ordinal, state, BlockApplierTest::failure), history, FailPoints.disarmed());
        for (int number = 1; number < ordinal; number++) {
            apply(applier, number);
        }
        var before = state.values();
        assertThatExceptionOfType(VirtualMachineException.class)
                .isThrownBy(() -> apply(applier, ordinal))
                .withMessage("writing block %d to the state failed".formatted(ordinal));
        assertThat(state.values()).isEqualTo(before);
        assertThat(history.height()).describedAs("one ahead of the state").isEqualTo(ordinal);

        var restarted = applier(state, history, FailPoints.disarmed());
        assertThat(OutcomeReader.outcome(apply(restarted, ordinal).getFirst()).getPosition())
                .isEqualTo(ordinal);
        assertThat(history.height()).isEqualTo(ordinal);
        assertThat(state.height()).isEqualTo(ordinal);
    }

    @Test
    void leavesTheStateAloneWhenTheJournalFails() {
        var applier = applier(state, HistoryThatFails.toAppend(history), FailPoints.disarmed());
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> apply(applier, 1))
                .withMessageContaining("no space left");
        assertThat(state.height()).isZero();
        assertThat(applier.tip()).isEqualTo(StateTip.GENESIS);
    }

    @ParameterizedTest
    @EnumSource(
            value = FailPoint.class,
            names = {"BEFORE_APPLY", "BEFORE_JOURNAL_APPEND", "BEFORE_STATE_WRITE", "AFTER_STATE_WRITE"})
    void comesToTheSameStateAfterACrashAtAnyPoint(FailPoint point) {
        var undisturbed = applier(new InMemoryStateStorage(), new MemoryHistory(), FailPoints.disarmed());
        apply(undisturbed, 1);
        apply(undisturbed, 2);

        apply(applier(state, history, FailPoints.disarmed()), 1);
        var crashing = applier(state, history, passed -> {
            if (passed == point) {
                throw failure();
            }
        });
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> apply(crashing, 2));
        var restarted = applier(state, history, FailPoints.disarmed());
        if (restarted.tip().height() == 1) {
            apply(restarted, 2);
        }
        assertThat(restarted.tip()).isEqualTo(undisturbed.tip());
        assertThat(history.height()).isEqualTo(2);
    }

    @Test
    void stopsWhenABlockComesOutOtherwiseThanTheJournalHasIt() {
        apply(applier(new InMemoryStateStorage(), history, FailPoints.disarmed()), 1);
        var restarted = applier(state, history, FailPoints.disarmed());
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> apply(restarted, 2))
                .withMessage("block 1 differs from the journal's: the transaction at position 1");
        assertThat(state.height()).isZero();
    }

    @Test
    void refusesAJournalThatEndsBeforeTheState() {
        apply(applier(state, history, FailPoints.disarmed()), 1);
        assertThatExceptionOfType(VirtualMachineException.class)
                .isThrownBy(() -> applier(state, new MemoryHistory(), FailPoints.disarmed()))
                .withMessage("the journal ends at height 0, before the state at height 1");
    }

    @Test
    void stopsAtAnEntryThatIsOutOfOrder() {
        var applier = applier(state, history, FailPoints.disarmed());
        apply(applier, 2);
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> apply(applier, 2))
                .withMessageContaining("an entry comes after the one before it");
    }

    @Test
    void beginsWhereTheStateIs() {
        apply(applier(state, history, FailPoints.disarmed()), 1);
        var copy = new InMemoryStateStorage(1, Map.copyOf(state.values()));
        assertThat(applier(copy, history, FailPoints.disarmed()).tip().log()).isEqualTo(new LogPosition(1, 1));
    }

    private static IllegalStateException failure() {
        return new IllegalStateException("out of order");
    }

    private static List<byte[]> apply(BlockApplier applier, long number) {
        var transfer = transaction(id(number), transfer("user1", "user2", number));
        return applier.apply(
                new LogPosition(1, number), new Block(1, number, 1_000, false, List.of(transfer.toByteString())));
    }

    private static BlockApplier applier(StateStorage storage, History history, FailPoints failPoints) {
        return BlockApplier.recover(new Outside(
                new StateAccess(storage, 10_000, 0), history, InstantSource.system(), Runnable::run, failPoints));
    }
}
