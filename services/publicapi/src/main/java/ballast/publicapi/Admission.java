package ballast.publicapi;

import java.util.concurrent.atomic.AtomicInteger;

/// Counts what is inside and lets no more than so many in. Thread-safe.
final class Admission {
    private final int insideMax;
    private final AtomicInteger inside = new AtomicInteger();

    Admission(int insideMax) {
        this.insideMax = insideMax;
    }

    /// Whether there was room. Whoever got in leaves once.
    boolean enter() {
        if (inside.incrementAndGet() > insideMax) {
            inside.decrementAndGet();
            return false;
        }
        return true;
    }

    void leave() {
        inside.decrementAndGet();
    }

    int inside() {
        return inside.get();
    }
}
