package ballast.virtualmachine;

import java.util.ArrayList;
import java.util.List;

/// The reads that somebody waits for: first for a barrier to begin, then for it to be reached. All reads
/// that wait when a
/// barrier begins share it.
final class Readers {
    private List<PendingRead> waiting = new ArrayList<>();
    private List<PendingRead> atBarrier = new ArrayList<>();
    private boolean isBarrierUnderWay;

    void add(PendingRead read) {
        waiting.add(read);
    }

    /// Whether the caller has to ask the log for a barrier, which those who waited until now will share.
    boolean beginsBarrier() {
        if (isBarrierUnderWay || waiting.isEmpty()) {
            return false;
        }
        isBarrierUnderWay = true;
        atBarrier = waiting;
        waiting = new ArrayList<>();
        return true;
    }

    /// Takes those who shared the barrier that ended.
    List<PendingRead> barrierEnded() {
        isBarrierUnderWay = false;
        var due = atBarrier;
        atBarrier = new ArrayList<>();
        return due;
    }

    /// Takes those who called before `beforeMillis`.
    List<PendingRead> withdraw(long beforeMillis) {
        var withdrawn = new ArrayList<PendingRead>();
        for (var reads : List.of(atBarrier, waiting)) {
            reads.removeIf(read -> read.acceptedMillis() < beforeMillis && withdrawn.add(read));
        }
        return withdrawn;
    }

    boolean isIdle() {
        return waiting.isEmpty() && atBarrier.isEmpty();
    }
}
