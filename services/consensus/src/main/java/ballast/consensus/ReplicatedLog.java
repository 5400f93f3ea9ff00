package ballast.consensus;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;

/// A log of entries in one order that every replica sees, each entry durable on a quorum before anyone is told of it.
///
/// An implementation is opened with a [ReplicatedStateMachine] and delivers to it until closed. All methods may be
/// called from any thread and none of them waits for a disk or a network. Stages complete on a thread of the log; a
/// completion must not block.
public interface ReplicatedLog extends AutoCloseable {
    /// The largest entry in bytes.
    int ENTRY_BYTES_MAX = 4 << 20;

    /// Offers an entry; the log reads the buffer's remaining bytes before the stage completes and never after.
    ///
    /// An entry is delivered before its stage completes as [Proposal.Committed].
    ///
    /// @throws IllegalArgumentException if the entry is empty or longer than [#ENTRY_BYTES_MAX]
    CompletionStage<Proposal> propose(ByteBuffer entry);

    /// Completes once a read of this replica's state shows every entry that anyone saw committed before this call.
    /// Completes exceptionally with [LogUnavailableException] when that cannot be established.
    CompletionStage<Void> readBarrier();

    /// Tells the log that the state machine holds everything up to here durably by itself, so that the entries up to
    /// here may be dropped. The log drops them when it suits it; repeating or going back is harmless.
    void forgetThrough(LogPosition position);

    Leadership leadership();

    /// Stops taking proposals, delivers nothing more and releases files and threads. Proposals that are under way end
    /// as [Proposal.Unknown] or as they would have.
    @Override
    void close();
}
