package ballast.consensus.ratis;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Ratis' thread that writes and forces the log, known from its calls.
///
/// When a log is closed, that thread notices only when the second that it waits for its next task is over, and
/// the one who closes waits with it. It is woken instead: by an interrupt, and only while it waits for a task.
/// Never while it writes, since that would close the file under its hands.
final class LogWriter {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /// Ratis first closes the log and then tells the writer to stop; woken between the two, the writer complains.
    private static final long STOP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private volatile Optional<Thread> thread = Optional.empty();

    /// Called by the thread itself.
    void isCurrentThread() {
        if (thread.isEmpty()) {
            thread = Optional.of(Thread.currentThread());
        }
    }

    /// Waits until the log takes no more tasks and the thread has none left, then wakes it.
    void wakeWhen(BooleanSupplier logIsClosed) {
        thread.ifPresent(writer -> wakeWhen(logIsClosed, writer));
    }

    private static void wakeWhen(BooleanSupplier logIsClosed, Thread writer) {
        for (long begun = System.nanoTime(); System.nanoTime() - begun < PATIENCE_NANOS && writer.isAlive(); ) {
            boolean closed = logIsClosed.getAsBoolean();
            LockSupport.parkNanos(closed ? STOP_NANOS : GLANCE_NANOS);
            if (closed && writer.getState() == Thread.State.TIMED_WAITING) {
                writer.interrupt();
                return;
            }
        }
    }
}
