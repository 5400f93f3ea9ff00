package ballast.consensus.testing;

import ballast.consensus.Leadership;
import ballast.consensus.LogPosition;
import ballast.consensus.ReplicatedStateMachine;
import java.nio.ByteBuffer;

/// A machine that hands every call on; a test overrides the one that it wants to see or to spoil.
public abstract class ForwardingStateMachine implements ReplicatedStateMachine {
    private final ReplicatedStateMachine behind;

    protected ForwardingStateMachine(ReplicatedStateMachine behind) {
        this.behind = behind;
    }

    @Override
    public LogPosition recovered() {
        return behind.recovered();
    }

    @Override
    public void install(LogPosition through) {
        behind.install(through);
    }

    @Override
    public void deliver(LogPosition position, ByteBuffer entry) {
        behind.deliver(position, entry);
    }

    @Override
    public void leadershipChanged(Leadership leadership) {
        behind.leadershipChanged(leadership);
    }

    @Override
    public void logFailed(Throwable cause) {
        behind.logFailed(cause);
    }
}
