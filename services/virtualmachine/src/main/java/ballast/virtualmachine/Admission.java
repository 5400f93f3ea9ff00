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

    /// Whether a call of this size may wait; if so it counts until [#release].
    boolean admit(int callBytes) {
        lock.lock();
        try {
            if (calls >= callsMax || callBytes > bytesMax - bytes) {
                return false;
            }
            calls++;
            bytes += callBytes;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void release(int callBytes) {
        lock.lock();
        try {
            calls--;
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
