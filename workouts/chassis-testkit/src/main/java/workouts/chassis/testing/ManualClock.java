package workouts.chassis.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until it is moved.
///
/// Thread-safe.
public final class ManualClock extends Clock {
    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private ManualClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /// Stands at a time in RFC 3339.
    public static ManualClock at(String time) {
        return at(Instant.parse(time));
    }

    public static ManualClock at(Instant time) {
        return new ManualClock(new AtomicReference<>(time), ZoneOffset.UTC);
    }

    public void advance(Duration duration) {
        now.updateAndGet(time -> time.plus(duration));
    }

    public void set(Instant time) {
        now.set(time);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /// The same hands, seen from another zone.
    @Override
    public Clock withZone(ZoneId other) {
        return new ManualClock(now, other);
    }
}
