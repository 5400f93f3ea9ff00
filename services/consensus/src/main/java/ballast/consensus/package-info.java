/// The port through which the ledger is ordered: a log of opaque entries that a quorum has made durable.
///
/// Start with [ReplicatedLog][ballast.consensus.ReplicatedLog], which is asked to order entries, and
/// [ReplicatedStateMachine][ballast.consensus.ReplicatedStateMachine], which is told the order. Nothing here knows what
/// a transfer is. The numbered promises are in the test kit's `ReplicatedLogContractTest`; every implementation passes
/// it.
@NullMarked
package ballast.consensus;

import org.jspecify.annotations.NullMarked;
