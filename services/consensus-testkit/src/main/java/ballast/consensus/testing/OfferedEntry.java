package ballast.consensus.testing;

import ballast.consensus.LogPosition;
import ballast.consensus.Proposal;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;

/// A proposal on its way through a simulated cluster, from the call to the answer.
///
/// The proposer's buffer is read as late as the port allows: when the entry enters the log or when the answer is
/// given, whichever comes first.
final class OfferedEntry {
    private final CompletableFuture<Proposal> answer = new CompletableFuture<>();
    private ByteBuffer bytes;
    private boolean copied;
    private LogPosition position = LogPosition.START;

    OfferedEntry(ByteBuffer bytes) {
        this.bytes = bytes.duplicate();
    }

    CompletableFuture<Proposal> answer() {
        return answer;
    }

    ByteBuffer bytes() {
        if (!copied) {
            bytes = ByteBuffer.allocate(bytes.remaining())
                    .put(bytes.duplicate())
                    .flip();
            copied = true;
        }
        return bytes.duplicate();
    }

    void committedAt(LogPosition at) {
        position = at;
        bytes();
    }

    /// Where the log holds it; [LogPosition#START] while it does not.
    LogPosition position() {
        return position;
    }

    boolean isAnswered() {
        return answer.isDone();
    }

    void answer(Proposal outcome) {
        bytes();
        answer.complete(outcome);
    }
}
