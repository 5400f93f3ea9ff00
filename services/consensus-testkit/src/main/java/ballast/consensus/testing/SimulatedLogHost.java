package ballast.consensus.testing;

import ballast.consensus.ReplicatedLog;
import ballast.consensus.ReplicatedStateMachine;
import java.util.function.BooleanSupplier;

/// The home of one replica of a simulated cluster.
public final class SimulatedLogHost implements LogHost {
    private final SimulatedCluster cluster;
    private final int replica;

    public SimulatedLogHost(SimulatedCluster cluster, int replica) {
        this.cluster = cluster;
        this.replica = replica;
    }

    @Override
    public ReplicatedLog open(ReplicatedStateMachine machine) {
        return cluster.open(replica, machine);
    }

    @Override
    public void work(BooleanSupplier reached) {
        cluster.runUntilIdle();
    }
}
