package ballast.publicapi;

import ballast.types.history.v1.History;
import ballast.types.history.v1.ReadTransactionsRequest;
import ballast.types.history.v1.ReadTransactionsResponse;
import ballast.types.protocol.v1.RecordedTransaction;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// The change stream: every transaction from a position on, in order, as fast as the subscriber asks and history grows.
///
/// What a subscriber has not asked for is not read: at most one page waits for it. A failure of the history ends the
/// stream; whoever subscribes again from the position after the last one seen misses nothing and sees nothing twice.
final class Watch implements Flow.Publisher<RecordedTransaction> {
    private static final int PAGE_MAX = 128;
    private static final int WAIT_MILLIS = 10_000;

    private final History history;
    private final long from;

    Watch(History history, long from) {
        this.history = history;
        this.from = from;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super RecordedTransaction> subscriber) {
        subscriber.onSubscribe(new Subscription(subscriber));
    }

    /// Thread-safe: whoever finds nobody at work does what there is to do, outside the lock.
    private final class Subscription implements Flow.Subscription {
        private final Flow.Subscriber<? super RecordedTransaction> subscriber;
        private final Queue<RecordedTransaction> read = new ArrayDeque<>();
        private long next = from;
        private long wanted;
        private boolean reading;
        private boolean working;
        private boolean over;
        private @Nullable Throwable failure;

        Subscription(Flow.Subscriber<? super RecordedTransaction> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long count) {
            synchronized (this) {
                if (count < 1) {
                    failure = new IllegalArgumentException("%d transactions requested (at least: 1)".formatted(count));
                } else {
                    wanted = wanted + count < 0 ? Long.MAX_VALUE : wanted + count;
                }
            }
            work();
        }

        @Override
        public synchronized void cancel() {
            over = true;
            read.clear();
        }

        private void work() {
            synchronized (this) {
                if (working) {
                    return;
                }
                working = true;
            }
            for (var step = step(); step != null; step = step()) {
                step.run();
            }
        }

        /// What is to be done next; null if somebody else will have to begin.
        private synchronized @Nullable Runnable step() {
            var broken = failure;
            if (!over && broken != null) {
                over = true;
                return () -> subscriber.onError(broken);
            }
            if (!over && wanted > 0 && !read.isEmpty()) {
                wanted--;
                var transaction = read.remove();
                return () -> subscriber.onNext(transaction);
            }
            if (!over && wanted > 0 && !reading) {
                reading = true;
                var request = ReadTransactionsRequest.newBuilder()
                        .setFrom(next)
                        .setLimit(PAGE_MAX)
                        .setWaitMillis(WAIT_MILLIS)
                        .build();
                return () -> ask(request);
            }
            working = false;
            return null;
        }

        private void ask(ReadTransactionsRequest request) {
            try {
                var _ = history.readTransactions(request).whenComplete(this::arrived);
            } catch (RuntimeException e) {
                arrived(null, e);
            }
        }

        private void arrived(@Nullable ReadTransactionsResponse page, @Nullable Throwable problem) {
            synchronized (this) {
                reading = false;
                if (page == null) {
                    failure = problem instanceof CompletionException wrapped && wrapped.getCause() != null
                            ? wrapped.getCause()
                            : problem;
                } else if (!over) {
                    page.getTransactionsList().forEach(this::take);
                }
            }
            work();
        }

        private void take(RecordedTransaction transaction) {
            if (transaction.getOutcome().getPosition() != next) {
                failure = new IllegalStateException("history: position %d where %d was asked for"
                        .formatted(transaction.getOutcome().getPosition(), next));
                return;
            }
            next++;
            read.add(transaction);
        }
    }
}
