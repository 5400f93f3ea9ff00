package ballast.virtualmachine;

import ballast.consensus.Leadership;
import ballast.consensus.LogPosition;
import ballast.journal.Hash;

/// How a machine is doing. Whoever was answered finds in it what the answer says.
///
/// @param log the log entry of the last block that changed the state
/// @param height blocks that changed the state, since the beginning of the ledger
/// @param position the last transaction's
/// @param stateDigest stands for the whole history of the state
/// @param checkpointHeight the height that a restart would find; 0 until this run has taken a checkpoint
/// @param callsPending calls taken and not yet answered, reads included
/// @param transactionsWaiting those of them that are in no block yet
/// @param blocksInFlight blocks offered to the log and not yet decided
/// @param blocksExecuted log entries executed by this run, repeats included
/// @param transactionsExecuted transactions in those
/// @param ready whether a transaction would be taken
public record VirtualMachineStatus(
        LogPosition log,
        long height,
        long position,
        Hash stateDigest,
        long checkpointHeight,
        int callsPending,
        int transactionsWaiting,
        int blocksInFlight,
        long blocksExecuted,
        long transactionsExecuted,
        Leadership leadership,
        boolean ready) {
    VirtualMachineStatus with(int callsPendingNow, Leadership leadershipNow, boolean readyNow) {
        return new VirtualMachineStatus(
                log,
                height,
                position,
                stateDigest,
                checkpointHeight,
                callsPendingNow,
                transactionsWaiting,
                blocksInFlight,
                blocksExecuted,
                transactionsExecuted,
                leadershipNow,
                readyNow);
    }
}
