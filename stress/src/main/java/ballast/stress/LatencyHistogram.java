package ballast.stress;

import java.util.concurrent.atomic.AtomicLongArray;

/// Counts durations in classes no wider than 1/32 of their value, in memory that does not grow.
///
/// Thread-safe: each class is a counter of its own.
final class LatencyHistogram {
    private static final int SUBCLASS_BITS = 5;
    private static final int SUBCLASSES = 1 << SUBCLASS_BITS;
    private static final int CLASSES = (Long.SIZE - SUBCLASS_BITS) * SUBCLASSES;

    private final AtomicLongArray counts = new AtomicLongArray(CLASSES);

    void record(long nanos) {
        counts.incrementAndGet(classOf(Math.max(0, nanos)));
    }

    /// The smallest duration that `share` (0 to 1) of the recorded ones do not exceed, rounded up to its class's end;
    /// 0 when nothing was recorded.
    long quantileNanos(double share) {
        long rank = (long) Math.ceil(share * count());
        long seen = 0;
        for (int i = 0; i < CLASSES; i++) {
            seen += counts.get(i);
            if (seen >= rank && seen > 0) {
                return lastOf(i);
            }
        }
        return 0;
    }

    /// How many durations were recorded.
    long count() {
        long count = 0;
        for (int i = 0; i < CLASSES; i++) {
            count += counts.get(i);
        }
        return count;
    }

    private static int classOf(long nanos) {
        if (nanos < SUBCLASSES) {
            return (int) nanos;
        }
        int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos) - SUBCLASS_BITS;
        return (shift << SUBCLASS_BITS) + (int) (nanos >>> shift);
    }

    private static long lastOf(int index) {
        if (index < SUBCLASSES) {
            return index;
        }
        int shift = (index >>> SUBCLASS_BITS) - 1;
        long mantissa = SUBCLASSES | (index & (SUBCLASSES - 1));
        return ((mantissa + 1) << shift) - 1;
    }
}
