package workouts.e2e.chaos;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// How far the callers and the killer are. Each waits for the other, so that the kills fall between the answers on a
/// fast machine as on a slow one. Thread-safe.
final class Progress {
    private static final Duration NEWS = Duration.ofMillis(100);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final int callers;
    private int kills;
    private int answers;
    private int idle;
    private boolean abandoned;
    private int changes;

    Progress(int callers) {
        this.callers = callers;
    }

    /// A caller has a definite answer.
    void answered() {
        note(() -> answers++);
    }

    void killed() {
        note(() -> kills++);
    }

    /// A caller has nothing more to do.
    void finished() {
        note(() -> idle++);
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

    /// A caller waits until so many were killed.
    void awaitKills(int count) throws InterruptedException {
        note(() -> idle++);
        await(() -> kills >= count);
        note(() -> idle--);
    }

    /// The killer waits for so many more answers, or until every caller waits for the killer.
    void awaitAnswers(int more) throws InterruptedException {
        lock.lock();
        try {
            int enough = answers + more;
            await(() -> answers >= enough || idle == callers);
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

    private void await(BooleanSupplier condition) throws InterruptedException {
        lock.lock();
        try {
            while (!condition.getAsBoolean() && !abandoned) {
                news.await();
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
