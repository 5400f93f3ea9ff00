/// Doubles of the replicated log and of the machine it drives, and the numbered contract that every log passes.
///
/// Start with [SimulatedReplicatedLog#immediate][ballast.consensus.testing.SimulatedReplicatedLog] to test a state
/// machine without a disk, with [SimulatedCluster][ballast.consensus.testing.SimulatedCluster] to test it under
/// everything the port allows, and with
/// [ReplicatedLogContractTest][ballast.consensus.testing.ReplicatedLogContractTest] to test a log. The test's thread
/// drives a simulation; proposals may come from any thread.
@NullMarked
package ballast.consensus.testing;

import org.jspecify.annotations.NullMarked;
