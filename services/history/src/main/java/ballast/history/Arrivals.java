package ballast.history;

import ballast.guard.ServiceFailure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Those who wait for the index to come to a position. `@ThreadSafe`
///
/// Nobody waits on a thread. They are told on the thread of the index or of a timer, which must not be kept.
final class Arrivals {
    private final int waitersMax;
    private final Queue<Waiter> waiters = new PriorityQueue<>(Comparator.comparingLong(Waiter::position));
    private long position;
    private Optional<ServiceFailure> failure = Optional.empty();

    Arrivals(long position, int waitersMax) {
        this.position = position;
        this.waitersMax = waitersMax;
    }

    private record Waiter(long position, CompletableFuture<Boolean> told) {}

    /// Whether the index has come to a position within a time: known when it has, or when the time is up.
    CompletableFuture<Boolean> reached(long wanted, long millis) {
        var told = new CompletableFuture<Boolean>();
        synchronized (this) {
            if (failure.isPresent()) {
                return CompletableFuture.failedFuture(failure.get());
            }
            if (wanted <= position) {
                return CompletableFuture.completedFuture(true);
            }
            if (millis == 0) {
                return CompletableFuture.completedFuture(false);
            }
            if (waiters.size() >= waitersMax) {
                return CompletableFuture.failedFuture(
                        new ServiceFailure(ServiceFailure.Kind.OVERLOADED, "too many wait for the index of history"));
            }
            var waiter = new Waiter(wanted, told);
            waiters.add(waiter);
            return told.completeOnTimeout(false, millis, TimeUnit.MILLISECONDS).whenComplete((there, _) -> {
                if (!Boolean.TRUE.equals(there)) {
                    forget(waiter);
                }
            });
        }
    }

    /// The index has come so far.
    void arrived(long reached) {
        List<Waiter> ready = new ArrayList<>();
        synchronized (this) {
            position = reached;
            while (!waiters.isEmpty() && waiters.element().position() <= reached) {
                ready.add(waiters.remove());
            }
        }
        ready.forEach(waiter -> waiter.told().complete(true));
    }

    /// From now on nobody is told anything but this.
    void fail(ServiceFailure reason) {
        List<Waiter> all;
        synchronized (this) {
            failure = Optional.of(reason);
            all = List.copyOf(waiters);
            waiters.clear();
        }
        all.forEach(waiter -> waiter.told().completeExceptionally(reason));
    }

    private synchronized void forget(Waiter waiter) {
        waiters.remove(waiter);
    }
}
