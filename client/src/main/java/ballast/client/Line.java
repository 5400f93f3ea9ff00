package ballast.client;

import io.grpc.Metadata;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// What every call shares: the wire, the timer, the room for calls, the limits. Thread-safe.
final class Line implements AutoCloseable {
    /// A pause has doubled so often at the most; after that it is as long as it gets.
    private static final int DOUBLINGS_MAX = 20;

    private final Wire wire;
    private final Limits limits;
    private final Executor executor;
    private final RandomGenerator random;
    private final Supplier<Map<String, String>> headers;
    private final Semaphore room;
    private final ScheduledThreadPoolExecutor timer;
    private final Set<Pause> pauses = ConcurrentHashMap.newKeySet();
    private volatile boolean isClosed;

    Line(
            ServerAddress address,
            Limits limits,
            Executor executor,
            RandomGenerator random,
            Supplier<Map<String, String>> headers) {
        this.limits = limits;
        this.executor = executor;
        this.random = random;
        this.headers = headers;
        room = new Semaphore(limits.callsMax());
        timer = new ScheduledThreadPoolExecutor(
                1,
                task -> Thread.ofPlatform()
                        .name("ballast client timer")
                        .daemon()
                        .unstarted(task));
        timer.setRemoveOnCancelPolicy(true);
        wire = new Wire(address, limits.answerBytesMax(), executor);
    }

    Wire wire() {
        return wire;
    }

    Limits limits() {
        return limits;
    }

    /// What goes with a call that the current thread makes.
    ///
    /// @throws IllegalArgumentException unless names and values are as gRPC wants them
    Metadata headers() {
        var metadata = new Metadata();
        headers.get()
                .forEach((name, value) -> metadata.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value));
        return metadata;
    }

    /// The clock of deadlines, which nobody sets; gRPC's own deadlines run by it.
    long nanos() {
        return System.nanoTime();
    }

    boolean isClosed() {
        return isClosed;
    }

    /// Takes room for so many calls; whoever gets it gives it back by [#leave].
    ///
    /// @throws ClientException if there is none in time, or the client is closed
    void enter(int calls, long deadlineNanos) {
        if (isClosed) {
            throw new ClientException.ClosedException();
        }
        if (room.tryAcquire(calls)) {
            return;
        }
        boolean isEntered = false;
        if (limits.whenFull() == WhenFull.WAIT) {
            try {
                isEntered = room.tryAcquire(calls, deadlineNanos - nanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (!isEntered) {
            throw new ClientException.OverloadedException(
                    "%d calls are waiting for their answer".formatted(limits.callsMax()));
        }
    }

    void leave(int calls) {
        room.release(calls);
    }

    /// Half of the pause is certain, half is drawn by lot.
    ///
    /// @param made attempts so far, from 1
    long pauseNanos(int made) {
        long doubled = limits.pauseMin().toNanos() << Math.min(made - 1, DOUBLINGS_MAX);
        long half = Math.max(1, Math.min(doubled, limits.pauseMax().toNanos()) / 2);
        synchronized (random) {
            return half + random.nextLong(half);
        }
    }

    /// Runs a task after a while, or as soon as the client is closed, so that nobody waits for ever.
    void pause(long delayNanos, Runnable task) {
        var pause = new Pause(task);
        pauses.add(pause);
        try {
            var _ = timer.schedule(pause, delayNanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            pause.run();
        }
    }

    /// Runs a task at a moment; never, if it is cancelled or the client is closed before.
    Future<?> at(long nanos, Runnable task) {
        try {
            return timer.schedule(() -> handOver(task), nanos - nanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            throw new ClientException.ClosedException();
        }
    }

    @Override
    public void close() {
        isClosed = true;
        wire.close();
        timer.shutdownNow();
        pauses.forEach(Pause::run);
    }

    /// The timer's thread runs nothing of a user's.
    private void handOver(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            // The user has closed the executor before the client; somebody still waits for this task.
            task.run();
        }
    }

    /// A task that runs once, whoever comes first.
    private final class Pause implements Runnable {
        private final Runnable task;

        Pause(Runnable task) {
            this.task = task;
        }

        @Override
        public void run() {
            if (pauses.remove(this)) {
                handOver(task);
            }
        }
    }
}
