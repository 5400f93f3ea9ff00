package ballast.client;

import java.time.Instant;

/// A moment in the past, on one of three axes.
public sealed interface Moment {
    /// Now.
    Moment NEWEST = new Newest();

    static Moment position(long position) {
        return new AtPosition(position);
    }

    static Moment committed(Instant time) {
        return new Committed(time);
    }

    static Moment effective(Instant time) {
        return new Effective(time);
    }

    record Newest() implements Moment {}

    record AtPosition(long position) implements Moment {}

    /// After every transaction that was committed at or before this time.
    record Committed(Instant time) implements Moment {}

    /// With every transaction that is effective at or before this time, whenever it was committed. Posted counters
    /// only.
    record Effective(Instant time) implements Moment {}
}
