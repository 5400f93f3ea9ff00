package ballast.consensus.testing;

import ballast.consensus.Leadership;
import ballast.consensus.LogPosition;
import ballast.consensus.Proposal;
import ballast.consensus.ReplicatedLog;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;

/// A log that hands every call on, for flaws that override one.
abstract class ForwardingLog implements ReplicatedLog {
    private final ReplicatedLog behind;

    ForwardingLog(ReplicatedLog behind) {
        this.behind = behind;
    }

    @Override
    public CompletionStage<Proposal> propose(ByteBuffer entry) {
        return behind.propose(entry);
    }

    @Override
    public CompletionStage<Void> readBarrier() {
        return behind.readBarrier();
    }

    @Override
    public void forgetThrough(LogPosition position) {
        behind.forgetThrough(position);
    }

    @Override
    public Leadership leadership() {
        return behind.leadership();
    }

    @Override
    public void close() {
        behind.close();
    }
}
