package ballast.virtualmachine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/// The reads that somebody waits for: first for a barrier to begin, then for it to be reached. All reads that
/// wait when a barrier begins share it.
final class Readers {
    private Queue<PendingRead<?>> waiting = new ArrayDeque<>();
    private Queue<PendingRead<?>> atBarrier = new ArrayDeque<>();
    private boolean isBarrierUnderWay;

    void add(PendingRead<?> read) {
        waiting.add(read);
    }

    /// Whether the caller has to ask the log for a barrier, which those who waited until now will share.
    boolean beginsBarrier() {
        if (isBarrierUnderWay || waiting.isEmpty()) {
            return false;
        }
        isBarrierUnderWay = true;
        atBarrier = waiting;
        waiting = new ArrayDeque<>();
        return true;
    }

    /// Takes those who shared the barrier that ended.
    List<PendingRead<?>> barrierEnded() {
        isBarrierUnderWay = false;
        var due = List.copyOf(atBarrier);
        atBarrier.clear();
        return due;
    }

    /// Takes those who called before `beforeMillis`.
    List<PendingRead<?>> withdraw(long beforeMillis) {
        var withdrawn = new ArrayList<PendingRead<?>>();
        for (var reads : List.of(atBarrier, waiting)) {
            for (var next = reads.peek(); next != null && next.acceptedMillis() < beforeMillis; next = reads.peek()) {
                withdrawn.add(reads.remove());
            }
        }
        return withdrawn;
    }

    boolean isIdle() {
        return waiting.isEmpty() && atBarrier.isEmpty();
    }
}
