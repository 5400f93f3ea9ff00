package ballast.publicapi;

import io.netty.util.concurrent.EventExecutor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// The [Loop] of each event loop, made when its first connection arrives. Thread-safe.
final class Loops {
    private final Map<EventExecutor, Loop> loops = new ConcurrentHashMap<>();
    private final TimeLimits limits;
    private final LongSupplier nanoTime;

    Loops(TimeLimits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
    }

    Loop of(EventExecutor eventLoop) {
        return loops.computeIfAbsent(eventLoop, this::start);
    }

    /// The tick ends with the event loop.
    private Loop start(EventExecutor eventLoop) {
        var loop = new Loop(eventLoop, limits, nanoTime);
        long tickNanos = Loop.tickNanos(limits);
        var _ = eventLoop.scheduleAtFixedRate(loop::tick, tickNanos, tickNanos, TimeUnit.NANOSECONDS);
        return loop;
    }
}
