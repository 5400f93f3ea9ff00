package ballast.virtualmachine;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Where events wait for the machine's thread, in the order in which they happened. `@ThreadSafe`
///
/// Deliveries are bounded here: the log waits while too many are queued. Everything else is bounded where it
/// comes from: calls by [Admission], decisions by the blocks in flight, leadership by the elections there are,
/// and there is one barrier and one checkpoint at a time.
final class Inbox {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notEmpty = lock.newCondition();
    private final Condition deliverable = lock.newCondition();
    private final Queue<Event> events = new ArrayDeque<>();
    private final int deliveriesMax;
    private int deliveries;
    private boolean isClosed;

    Inbox(int deliveriesMax) {
        this.deliveriesMax = deliveriesMax;
    }

    /// Adds an event; `false` if nobody will take it any more.
    boolean post(Event event) {
        lock.lock();
        try {
            if (isClosed) {
                return false;
            }
            events.add(event);
            notEmpty.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Adds a delivery when there is room for it, and waits until then. A closed inbox drops it: a restart gets
    /// it again.
    void postDelivery(Event.Delivered delivery) {
        lock.lock();
        try {
            while (deliveries >= deliveriesMax && !isClosed) {
                deliverable.awaitUninterruptibly();
            }
            if (post(delivery)) {
                deliveries++;
            }
        } finally {
            lock.unlock();
        }
    }

    /// Takes everything out.
    void drainTo(Collection<Event> target) {
        lock.lock();
        try {
            target.addAll(events);
            events.clear();
            deliveries = 0;
            deliverable.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until there is something to take, or the time is up.
    void await(long millis) throws InterruptedException {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
            while (events.isEmpty() && nanos > 0) {
                nanos = notEmpty.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Takes nothing from now on. What is inside can still be drained.
    void close() {
        lock.lock();
        try {
            isClosed = true;
            deliverable.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
