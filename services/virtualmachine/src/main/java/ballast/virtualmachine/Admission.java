package ballast.virtualmachine;

import java.util.concurrent.locks.ReentrantLock;

/// Counts the calls that wait for an answer and says when one more is too many. `@ThreadSafe`
final class Admission {
    private final ReentrantLock lock = new ReentrantLock();
    private final int callsMax;
    private final long bytesMax;
    private int calls;
    private long bytes;

    Admission(VirtualMachineOptions.Calls limits) {
        this.callsMax = limits.pendingMax();
        this.bytesMax = limits.pendingBytesMax();
    }

    /// Whether so many calls of this size together may wait; if so they count until each has had its [#release].
    boolean admit(int moreCalls, long callBytes) {
        lock.lock();
        try {
            if (moreCalls > callsMax - calls || callBytes > bytesMax - bytes) {
                return false;
            }
            calls += moreCalls;
            bytes += callBytes;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void release(int callBytes) {
        release(1, callBytes);
    }

    void release(int fewerCalls, long callBytes) {
        lock.lock();
        try {
            calls -= fewerCalls;
            bytes -= callBytes;
        } finally {
            lock.unlock();
        }
    }

    int calls() {
        lock.lock();
        try {
            return calls;
        } finally {
            lock.unlock();
        }
    }
}
