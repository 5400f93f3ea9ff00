package ballast.client;

import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The change stream for a thread that waits: [#next] gives the next transaction as soon as there is one, without
/// end.
///
/// Belongs to one thread; [#close] may come from another one and ends the wait.
public final class Changes implements Iterator<RecordedTransaction>, AutoCloseable {
    /// Transactions that may have arrived and wait to be taken.
    private static final int AHEAD_MAX = 1_024;

    private final BlockingQueue<Change> arrived = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private Optional<Change> head = Optional.empty();

    private Changes() {}

    static Changes of(Flow.Publisher<RecordedTransaction> publisher) {
        var changes = new Changes();
        publisher.subscribe(changes.new Reader());
        changes.subscription.join().request(AHEAD_MAX);
        return changes;
    }

    /// Waits for the next one. False after [#close].
    ///
    /// @throws ClientException when the stream has failed for good
    @Override
    public boolean hasNext() {
        if (head.isEmpty()) {
            try {
                head = Optional.of(arrived.take());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return !(first() instanceof Change.End);
    }

    /// Waits for the next one.
    ///
    /// @throws NoSuchElementException after [#close]
    @Override
    public RecordedTransaction next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the stream was closed");
        }
        return taken();
    }

    /// Waits for the next one for a while; empty if none came, or after [#close].
    public Optional<RecordedTransaction> poll(Duration patience) {
        if (head.isEmpty()) {
            try {
                head = Optional.ofNullable(arrived.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        return head.isEmpty() || first() instanceof Change.End ? Optional.empty() : Optional.of(taken());
    }

    @Override
    public void close() {
        subscription.join().cancel();
        arrived.add(new Change.End());
    }

    /// The head, if it is no failure.
    private Change first() {
        var first = head.orElseThrow();
        if (first instanceof Change.Failed(RuntimeException why)) {
            throw why;
        }
        return first;
    }

    private RecordedTransaction taken() {
        if (!(head.orElseThrow() instanceof Change.Next(RecordedTransaction transaction))) {
            throw new NoSuchElementException("there is none");
        }
        head = Optional.empty();
        subscription.join().request(1);
        return transaction;
    }

    private sealed interface Change {
        record Next(RecordedTransaction transaction) implements Change {}

        record Failed(RuntimeException why) implements Change {}

        record End() implements Change {}
    }

    private final class Reader implements Flow.Subscriber<RecordedTransaction> {
        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription.complete(given);
        }

        @Override
        public void onNext(RecordedTransaction transaction) {
            arrived.add(new Change.Next(transaction));
        }

        @Override
        public void onError(Throwable why) {
            arrived.add(new Change.Failed(
                    why instanceof RuntimeException known
                            ? known
                            : new IllegalStateException("the stream failed", why)));
        }

        @Override
        public void onComplete() {
            arrived.add(new Change.End());
        }
    }
}
