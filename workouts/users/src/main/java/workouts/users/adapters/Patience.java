package workouts.users.adapters;

import io.grpc.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// How long the ledger may take: a set time, or half of what the caller has left, if that is less. So an answer,
/// and even "no answer", comes while somebody still waits for it.
record Patience(Duration most) {
    private static final Duration LEAST = Duration.ofMillis(1);

    Duration now() {
        return Optional.ofNullable(Context.current().getDeadline())
                .map(deadline -> within(Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS))))
                .orElse(most);
    }

    Duration within(Duration left) {
        var half = left.dividedBy(2);
        var shorter = half.compareTo(most) < 0 ? half : most;
        return shorter.compareTo(LEAST) < 0 ? LEAST : shorter;
    }
}
