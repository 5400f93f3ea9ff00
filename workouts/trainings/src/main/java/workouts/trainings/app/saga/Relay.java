package workouts.trainings.app.saga;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finishes what nobody else finishes: every so often takes the calls that are due, a bounded batch, and drives their
/// sagas on. Owns one thread, named `saga-relay`, and a virtual one for each call of a batch; they end with [#close].
public final class Relay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final SagaStore sagas;
    private final SagaDriver driver;
    private final Settings settings;
    private final Clock clock;
    private final Semaphore stop = new Semaphore(0);
    private @Nullable Thread thread;

    /// How the relay works.
    ///
    /// @param every how long to wait when there was less to do than a batch holds
    /// @param batchMax how many sagas are driven at the same time
    /// @param lease see [SagaPace]
    /// @param stopWithin how long a batch may go on when the service stops
    public record Settings(Duration every, int batchMax, Duration lease, Duration stopWithin) {}

    public Relay(SagaStore sagas, SagaDriver driver, Settings settings, Clock clock) {
        this.sagas = sagas;
        this.driver = driver;
        this.settings = settings;
        this.clock = clock;
    }

    /// Begins; called once.
    public synchronized void start() {
        thread = Thread.ofPlatform().name("saga-relay").start(this::loop);
    }

    /// One batch, driven as far as it goes. Gives its size.
    public int runOnce() {
        var now = clock.instant();
        var due = sagas.leaseDue(settings.batchMax(), now, now.plus(settings.lease()));
        if (!due.isEmpty()) {
            driveAll(due);
        }
        return due.size();
    }

    private void driveAll(List<Owed> due) {
        try (var calls = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(owed -> calls.execute(() -> driveOne(owed)));
        }
    }

    private void driveOne(Owed owed) {
        try {
            driver.follow(owed);
        } catch (RuntimeException failure) {
            LOG.warn("a saga was left where it stands until its lease ends", failure);
        }
    }

    private void loop() {
        try {
            boolean more = false;
            while (more ? !stop.tryAcquire() : !stop.tryAcquire(settings.every().toNanos(), TimeUnit.NANOSECONDS)) {
                more = batchWasFull();
            }
        } catch (InterruptedException stopped) {
            LOG.debug("the relay was interrupted", stopped);
        }
    }

    private boolean batchWasFull() {
        try {
            return runOnce() == settings.batchMax();
        } catch (RuntimeException failure) {
            LOG.warn("the outbox could not be read; trying again", failure);
            return false;
        }
    }

    /// Takes no further batch and waits for the one that is under way, but not for ever: what is left then is owed
    /// still, and driven after the next start.
    @Override
    public synchronized void close() {
        var running = thread;
        if (running == null) {
            return;
        }
        stop.release();
        try {
            if (!running.join(settings.stopWithin())) {
                LOG.warn("calls were under way when the relay stopped; they are made again after the next start");
                running.interrupt();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
