package workouts.e2e.chaos;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// How far the callers and the killer are. Each waits for the other, so that the kills fall between the bookings on a
/// fast machine as on a slow one. Thread-safe.
final class Progress {
    private static final Duration NEWS = Duration.ofMillis(100);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private int kills;
    private int bookings;
    private boolean abandoned;
    private int changes;

    void killed() {
        note(() -> kills++);
    }

    void booked() {
        note(() -> bookings++);
    }

    /// Nobody has to wait for anything any more, because something went wrong.
    void abandon() {
        note(() -> abandoned = true);
    }

    int kills() {
        lock.lock();
        try {
            return kills;
        } finally {
            lock.unlock();
        }
    }

    void awaitKills(int count) throws InterruptedException {
        lock.lock();
        try {
            while (kills < count && !abandoned) {
                news.await();
            }
        } finally {
            lock.unlock();
        }
    }

    void awaitBookings(int count) throws InterruptedException {
        lock.lock();
        try {
            while (bookings < count && !abandoned) {
                news.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Until something has happened, but not for long: a service may have come back without a word.
    void awaitNews() throws InterruptedException {
        lock.lock();
        try {
            int seen = changes;
            long left = NEWS.toNanos();
            while (changes == seen && left > 0) {
                left = news.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void note(Runnable what) {
        lock.lock();
        try {
            what.run();
            changes++;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
