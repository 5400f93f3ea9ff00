package workouts.chassis.tiny;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Holds requests until a test lets them go. Thread-safe.
public final class Gate {
    private static final int SECONDS_MAX = 30;

    private final CountDownLatch here = new CountDownLatch(2);
    private final CountDownLatch open = new CountDownLatch(1);

    /// Called by a request.
    void pass() {
        here.countDown();
        await(open);
    }

    /// Waits for two requests.
    public void awaitBoth() {
        await(here);
    }

    public void open() {
        open.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
