package ballast.stress;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleConsumer;

/// Runs a [Work] over a number of connections, each with a virtual thread that this class starts and joins.
///
/// @param repeats counts the requests that were sent again
record Workers(URI url, int connections, LongAdder repeats) {
    private static final int PROGRESS_MILLIS = 100;

    /// Returns when the work is finished. Until then `progress` is told on the calling thread how far it is.
    ///
    /// @throws InterruptedException when the calling thread is interrupted; the connections' threads are, too
    void run(Work work, DoubleConsumer progress) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (Future<?> connection : start(threads, work)) {
                    while (!ended(connection)) {
                        progress.accept(work.done());
                    }
                }
            } catch (InterruptedException e) {
                threads.shutdownNow();
                throw e;
            }
        }
        progress.accept(1);
    }

    private List<Future<?>> start(ExecutorService threads, Work work) {
        List<Future<?>> started = new ArrayList<>(connections);
        for (int i = 0; i < connections; i++) {
            started.add(threads.submit(() -> drive(work)));
        }
        return started;
    }

    private void drive(Work work) {
        try (var client = new LedgerClient(url, repeats)) {
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                more = work.step(client);
            }
        }
    }

    private static boolean ended(Future<?> connection) throws InterruptedException {
        try {
            connection.get(PROGRESS_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a connection's thread failed", e.getCause());
        }
    }
}
