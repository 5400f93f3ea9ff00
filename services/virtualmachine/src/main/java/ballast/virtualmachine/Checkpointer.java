package ballast.virtualmachine;

import ballast.consensus.ReplicatedLog;
import ballast.guard.FailPoint;
import ballast.types.statestorage.v1.CheckpointResponse;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// Makes the state durable now and then, so that the log can forget.
///
/// A state on disk must never be ahead of the journal on disk: no restart could fill the gap. The journal is
/// therefore forced twice, in the background for as long as the disk takes, and once more, for the little that
/// came since, on the machine's thread right before the storage takes its checkpoint. A checkpoint that fails
/// ends the machine.
final class Checkpointer {
    private enum Phase {
        IDLE,
        FORCING,
        STORING,
    }

    private final VirtualMachineOptions.Checkpoints limits;
    private final BlockApplier applier;
    private final Inbox inbox;
    private final Outside outside;

    private Phase phase = Phase.IDLE;
    private Optional<CompletionStage<CheckpointResponse>> storing = Optional.empty();
    private StateTip covered = StateTip.GENESIS;
    private long durableHeight;
    private long lastHeight;
    private long bytes;

    Checkpointer(VirtualMachineOptions.Checkpoints limits, BlockApplier applier, Inbox inbox, Outside outside) {
        this.limits = limits;
        this.applier = applier;
        this.inbox = inbox;
        this.outside = outside;
        this.lastHeight = applier.tip().height();
    }

    /// Counts an entry that was executed.
    void executed(int entryBytes) {
        bytes += entryBytes;
    }

    /// Begins a checkpoint if it is time for one and none is under way.
    boolean beginIfDue() {
        long blocks = applier.tip().height() - lastHeight;
        if (phase != Phase.IDLE || blocks == 0 || (blocks < limits.blocksMax() && bytes < limits.bytesMax())) {
            return false;
        }
        phase = Phase.FORCING;
        begin();
        outside.background().execute(this::force);
        return true;
    }

    /// The journal was forced up to the beginning, or further.
    void journalForced() {
        if (!applier.tip().equals(covered)) {
            cover(applier.tip());
            outside.history().force();
        }
        phase = Phase.STORING;
        var stage = outside.state().checkpoint();
        storing = Optional.of(stage);
        stage.whenComplete((answer, failure) -> inbox.post(
                failure == null
                        ? new Event.StateCheckpointed(answer.getHeight())
                        : failed("the checkpoint of the state failed", failure)));
    }

    /// The storage has the state on disk, as of `height` or later.
    void stateCheckpointed(long height, Optional<ReplicatedLog> log) {
        outside.failPoints().passed(FailPoint.AFTER_CHECKPOINT);
        phase = Phase.IDLE;
        storing = Optional.empty();
        durableHeight = height;
        if (height >= covered.height()) {
            log.ifPresent(open -> open.forgetThrough(covered.log()));
        }
    }

    /// Waits for a checkpoint that is under way and takes another if the state has moved on.
    void finish(Optional<ReplicatedLog> log) {
        storing.ifPresent(stage -> outside.state().answer(stage, "the checkpoint under way"));
        if (applier.tip().height() > durableHeight) {
            begin();
            outside.history().force();
            var answer = outside.state().answer(outside.state().checkpoint(), "the last checkpoint");
            stateCheckpointed(answer.getHeight(), log);
        }
    }

    /// The height that a restart would find; 0 while this run has taken no checkpoint.
    long durableHeight() {
        return durableHeight;
    }

    private void begin() {
        outside.failPoints().passed(FailPoint.BEFORE_CHECKPOINT);
        cover(applier.tip());
        bytes = 0;
    }

    private void cover(StateTip tip) {
        covered = tip;
        lastHeight = tip.height();
    }

    private void force() {
        try {
            outside.history().force();
            inbox.post(new Event.JournalForced());
        } catch (RuntimeException e) {
            inbox.post(failed("forcing the journal failed", e));
        }
    }

    private static Event failed(String what, Throwable cause) {
        return new Event.Failed(new VirtualMachineException(what, cause));
    }
}
