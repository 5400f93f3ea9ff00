package ballast.consensus.ratis;

import ballast.consensus.ReplicatedLog;
import ballast.consensus.ReplicatedStateMachine;
import ballast.consensus.testing.LogHost;
import ballast.guard.FailPoints;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// A directory with a log on Ratis in small segments, so that forgetting drops files.
final class RatisLogHost implements LogHost {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long GLANCE_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final Path directory;

    RatisLogHost(Path directory) {
        this.directory = directory;
    }

    static RatisOptions options() {
        return patient().withSegmentBytesMax(4 << 10);
    }

    /// With time for a machine that stands still now and then: no answer is then a fault.
    static RatisOptions patient() {
        return RatisOptions.defaults().withProposalTimeout(Duration.ofSeconds(60));
    }

    @Override
    public ReplicatedLog open(ReplicatedStateMachine machine) {
        return RatisReplicatedLog.open(directory, options(), machine, FailPoints.disarmed());
    }

    @Override
    public void work(BooleanSupplier reached) {
        long begun = System.nanoTime();
        while (!reached.getAsBoolean() && System.nanoTime() - begun < PATIENCE_NANOS) {
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }
}
