package ballast.virtualmachine;

import ballast.consensus.Leadership;
import ballast.consensus.LogPosition;
import ballast.consensus.Proposal;
import ballast.consensus.ReplicatedLog;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/// Something that happened outside the machine's thread.
sealed interface Event {
    /// The log is open and may be asked.
    record Started(ReplicatedLog log) implements Event {}

    /// Somebody called with a transaction.
    record Submitted(PendingTransaction transaction) implements Event {}

    /// Somebody called with many transactions.
    record SubmittedMany(List<PendingTransaction> transactions) implements Event {}

    /// Somebody called with a read.
    record Asked(PendingRead<?> read) implements Event {}

    /// The log delivered an entry; the buffer is the machine's own copy.
    record Delivered(LogPosition position, ByteBuffer entry) implements Event {}

    /// The log decided about a block of ours.
    record ProposalEnded(long sequence, Proposal proposal) implements Event {}

    /// The reads of this barrier may be answered, or not.
    record BarrierEnded(Optional<Throwable> failure) implements Event {}

    /// The journal is durable up to somewhere after the checkpoint's beginning.
    record JournalForced() implements Event {}

    /// The state is durable at a height.
    record StateCheckpointed(long height) implements Event {}

    record LeadershipChanged(Leadership leadership) implements Event {}

    /// The machine cannot go on.
    record Failed(VirtualMachineException failure) implements Event {}

    /// The owner wants the machine to end.
    record Closing() implements Event {}
}
