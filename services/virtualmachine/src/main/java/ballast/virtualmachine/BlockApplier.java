package ballast.virtualmachine;

import ballast.consensus.LogPosition;
import ballast.guard.FailPoint;
import ballast.guard.Invariant;
import ballast.guard.InvariantViolation;
import java.util.List;

/// Executes committed blocks, puts them into the journal and then into the state, and knows how far it has
/// come.
///
/// A block that the journal has already, because a crash took the state back, is executed again and must come
/// out the same.
final class BlockApplier {
    private final BlockExecutor executor;
    private final Outside outside;
    private StateTip tip;

    private BlockApplier(BlockExecutor executor, Outside outside, StateTip tip) {
        this.executor = executor;
        this.outside = outside;
        this.tip = tip;
    }

    /// Begins where the state is.
    ///
    /// @throws VirtualMachineException if the journal ends before that: the blocks between are lost
    static BlockApplier recover(Outside outside) {
        var tip = outside.state().recover();
        long journalHeight = outside.history().height();
        if (journalHeight < tip.height()) {
            throw new VirtualMachineException("the journal ends at height %d, before the state at height %d"
                    .formatted(journalHeight, tip.height()));
        }
        return new BlockApplier(
                new BlockExecutor(Contracts.builtIn(), outside.state(), outside.history()), outside, tip);
    }

    StateTip tip() {
        return tip;
    }

    /// What would become of a block now; nothing is kept.
    List<byte[]> tried(Block block) {
        return executor.execute(tip, tip.log(), block).outcomes();
    }

    /// One outcome for each transaction of the block, in order, as [ExecutedBlock#outcomes] has them.
    List<byte[]> apply(LogPosition log, Block block) {
        Invariant.check(
                log.compareTo(tip.log()) > 0,
                () -> "an entry comes after the one before it: %s, %s".formatted(log, tip.log()));
        outside.failPoints().passed(FailPoint.BEFORE_APPLY);
        var executed = executor.execute(tip, log, block);
        executed.change().ifPresent(this::keep);
        return executed.outcomes();
    }

    private void keep(ExecutedBlock.Change change) {
        outside.failPoints().passed(FailPoint.BEFORE_JOURNAL_APPEND);
        long height = change.tip().height();
        if (height > outside.history().height()) {
            outside.history().append(change.journalBlock());
        } else {
            JournalComparison.difference(
                            change.journalBlock(), outside.history().block(height))
                    .ifPresent(difference -> {
                        throw new InvariantViolation(
                                "block %d differs from the journal's: %s".formatted(height, difference));
                    });
        }
        outside.failPoints().passed(FailPoint.BEFORE_STATE_WRITE);
        outside.state().write(height, change.differences());
        outside.failPoints().passed(FailPoint.AFTER_STATE_WRITE);
        tip = change.tip();
    }
}
