package ballast.publicapi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The deadlines of one kind, all of the same length: a linked list, because the first to come is the first to pass.
///
/// A timer a request would cost more than the request's parsing; here, setting and clearing a deadline is a few
/// assignments, and one periodic tick looks at the oldest. Confined to one event loop.
final class Deadlines {
    private final long lengthNanos;
    private @Nullable Deadline first;
    private @Nullable Deadline last;

    Deadlines(Duration length) {
        lengthNanos = length.toNanos();
    }

    /// Takes a deadline out of the list that it may be in, and sets it anew.
    void start(Deadline deadline, long nowNanos) {
        stop(deadline);
        deadline.list = this;
        deadline.atNanos = nowNanos + lengthNanos;
        deadline.earlier = last;
        if (last == null) {
            first = deadline;
        } else {
            last.later = deadline;
        }
        last = deadline;
    }

    /// Clears a deadline, in whatever list it is, if it is in one.
    static void stop(Deadline deadline) {
        if (deadline.list != null) {
            deadline.list.remove(deadline);
        }
    }

    /// Tells those whose time is over, oldest first.
    void tick(long nowNanos) {
        while (first != null && nowNanos - first.atNanos >= 0) {
            var late = first;
            remove(late);
            late.passed();
        }
    }

    private void remove(Deadline deadline) {
        var earlier = deadline.earlier;
        var later = deadline.later;
        if (earlier == null) {
            first = later;
        } else {
            earlier.later = later;
        }
        if (later == null) {
            last = earlier;
        } else {
            later.earlier = earlier;
        }
        deadline.earlier = null;
        deadline.later = null;
        deadline.list = null;
    }
}
