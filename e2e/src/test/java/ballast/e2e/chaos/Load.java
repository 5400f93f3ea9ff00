package ballast.e2e.chaos;

import ballast.e2e.process.TransferClient;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Callers at work on one server, each on a thread of its own, until the server is gone or the load is closed.
final class Load implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    /// What a caller does with a client.
    @FunctionalInterface
    interface Act {
        void by(Caller caller, TransferClient client) throws IOException, InterruptedException;
    }

    private final TransferClient client;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> running = new ArrayList<>();
    private final CountDownLatch answered = new CountDownLatch(1);
    private volatile boolean closing;

    private Load(URI url) {
        this.client = new TransferClient(url);
    }

    /// Starts a load that ends for each caller with the first request that gets no answer.
    static Load start(URI url, List<Caller> callers) {
        var load = new Load(url);
        callers.forEach(caller -> load.submit(() -> load.callUntilNobodyAnswers(caller)));
        return load;
    }

    /// Waits until somebody got an answer.
    void awaitFirstAnswer() throws InterruptedException {
        if (!answered.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody got an answer within " + PATIENCE_SECONDS + " s");
        }
    }

    /// Lets every caller do the same once, and waits for them.
    static void each(URI url, List<Caller> callers, Act act) throws InterruptedException {
        try (var load = new Load(url)) {
            callers.forEach(caller -> load.submit(() -> {
                act.by(caller, load.client);
                return null;
            }));
            load.await();
        }
    }

    /// Lets the callers finish what they are asking for, and waits for them.
    @Override
    public void close() {
        closing = true;
        try {
            await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while callers were at work", e);
        } finally {
            client.close();
            threads.shutdownNow();
        }
    }

    private void submit(Callable<?> call) {
        running.add(threads.submit(call));
    }

    private Object callUntilNobodyAnswers(Caller caller) throws InterruptedException {
        try {
            while (!closing) {
                caller.step(client);
                answered.countDown();
            }
            return "closed";
        } catch (IOException e) {
            // the server is gone: what it was asked last is open, and the caller knows
            return e;
        }
    }

    private void await() throws InterruptedException {
        for (Future<?> caller : running) {
            try {
                caller.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                throw new AssertionError("a caller failed", e.getCause());
            } catch (TimeoutException e) {
                throw new AssertionError("a caller still waits after " + PATIENCE_SECONDS + " s", e);
            }
        }
    }
}
