package ballast.publicapi.spec;

import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that stands still until a test moves it. Thread-safe.
final class MovedClock implements Clock {
    private final AtomicLong nanos = new AtomicLong();

    void move(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Override
    public long wallTime() {
        return TimeUnit.NANOSECONDS.toMillis(nanos.get());
    }

    @Override
    public long monotonicTime() {
        return nanos.get();
    }
}
