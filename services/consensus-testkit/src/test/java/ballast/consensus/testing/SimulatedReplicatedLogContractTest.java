package ballast.consensus.testing;

/// The well-behaved simulation keeps the contract; what the stormy one keeps is in [SimulatedClusterTest].
final class SimulatedReplicatedLogContractTest extends ReplicatedLogContractTest {
    @Override
    protected LogHost newHost() {
        return new SimulatedLogHost(SimulatedCluster.calm(1), 0);
    }
}
