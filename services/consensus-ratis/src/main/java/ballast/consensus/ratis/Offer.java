package ballast.consensus.ratis;

import ballast.consensus.LogPosition;
import ballast.consensus.Proposal;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;

/// One proposal on its way through Ratis: the message that Ratis carries and the stage that its proposer waits
/// on.
///
/// It notes how far it got, because Ratis' answers alone do not tell a proposal that never reached the log from
/// one that may be in it. An empty offer is a barrier: it takes its place in the order and is delivered to
/// nobody.
final class Offer implements Message {
    private final ByteString bytes;
    private final CompletableFuture<Proposal> stage = new CompletableFuture<>();
    private volatile boolean appended;
    private volatile LogPosition delivered = LogPosition.START;

    /// Copies the buffer's remaining bytes: Ratis keeps them in its cache after the answer.
    Offer(ByteBuffer entry) {
        this.bytes = ByteString.copyFrom(entry.duplicate());
    }

    static Offer barrier() {
        return new Offer(ByteBuffer.allocate(0));
    }

    @Override
    public ByteString getContent() {
        return bytes;
    }

    CompletableFuture<Proposal> stage() {
        return stage;
    }

    boolean isBarrier() {
        return bytes.isEmpty();
    }

    /// Ratis is about to put the entry into its log: from here on it may be committed whatever Ratis answers.
    void appending() {
        appended = true;
    }

    void delivered(LogPosition position) {
        delivered = position;
    }

    /// Ratis has answered with success: the entry is committed and its turn to be delivered has passed.
    void succeeded() {
        if (delivered.equals(LogPosition.START)) {
            end("the log was closed before the entry was delivered");
        } else {
            stage.complete(new Proposal.Committed(delivered));
        }
    }

    /// Ends the stage with what is certain.
    void end(String reason) {
        stage.complete(appended ? new Proposal.Unknown(reason) : new Proposal.Rejected(reason));
    }
}
