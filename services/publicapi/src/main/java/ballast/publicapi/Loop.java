package ballast.publicapi;

import io.netty.util.concurrent.EventExecutor;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// What belongs to one event loop: its deadlines, its time and its queue of answers. Confined to that loop, except for
/// [#deliver].
final class Loop {
    private static final long TICK_NANOS_MAX = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long TICKS_A_LIMIT = 8;

    final Deadlines headers;
    final Deadlines bodies;
    final Deadlines answers;
    final Deadlines unread;
    final Deadlines idle;
    final Deadlines heartbeats;
    final Deadlines watches;

    private final EventExecutor eventLoop;
    private final LongSupplier nanoTime;
    private final Completions completions;
    private long nowNanos;

    Loop(EventExecutor eventLoop, TimeLimits limits, LongSupplier nanoTime) {
        this.eventLoop = eventLoop;
        this.nanoTime = nanoTime;
        completions = new Completions(eventLoop);
        headers = new Deadlines(limits.headersMax());
        bodies = new Deadlines(limits.bodyMax());
        answers = new Deadlines(limits.answerMax());
        unread = new Deadlines(limits.unreadMax());
        idle = new Deadlines(limits.idleMax());
        heartbeats = new Deadlines(limits.heartbeat());
        watches = new Deadlines(limits.watchUnreadMax());
        nowNanos = nanoTime.getAsLong();
    }

    /// Looks at the clock. Called when the loop turns to something new; in between, [#nowNanos] is exact enough.
    long refresh() {
        nowNanos = nanoTime.getAsLong();
        return nowNanos;
    }

    long nowNanos() {
        return nowNanos;
    }

    /// Runs an answer on the loop: at once if this is the loop, else together with others. Any thread.
    void deliver(Runnable answer) {
        if (eventLoop.inEventLoop()) {
            answer.run();
        } else {
            completions.add(answer);
        }
    }

    /// Runs something on the loop after a while.
    void later(Runnable task, int millis) {
        var _ = eventLoop.schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    /// Ends what took too long.
    void tick() {
        long now = refresh();
        headers.tick(now);
        bodies.tick(now);
        answers.tick(now);
        unread.tick(now);
        idle.tick(now);
        heartbeats.tick(now);
        watches.tick(now);
    }

    /// How often [#tick] is due: a deadline passes late by an eighth of the shortest at most.
    static long tickNanos(TimeLimits limits) {
        var shortest = Collections.min(List.of(
                limits.headersMax(),
                limits.bodyMax(),
                limits.answerMax(),
                limits.unreadMax(),
                limits.idleMax(),
                limits.heartbeat(),
                limits.watchUnreadMax()));
        return Math.clamp(shortest.toNanos() / TICKS_A_LIMIT, 1, TICK_NANOS_MAX);
    }
}
