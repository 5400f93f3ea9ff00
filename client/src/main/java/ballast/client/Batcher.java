package ballast.client;

import io.grpc.Metadata;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Puts single transactions together to batches. Thread-safe.
///
/// There is no timer: a transaction leaves at once while fewer batches than may be are under way; what comes while
/// all of them are makes the next one. So one caller alone waits for nobody, and a thousand callers share a few
/// calls.
final class Batcher {
    private final Line line;
    private final Limits.Batches limits;
    private final Queue<Single> waiting = new ArrayDeque<>();
    private int underWay;

    Batcher(Line line) {
        this.line = line;
        limits = line.limits().batches();
    }

    /// What becomes of a transaction; fails with [ClientException]. The caller has entered the line; this leaves it.
    CompletableFuture<Outcome> add(Single single) {
        try {
            single.alarm = line.at(single.deadlineNanos, () -> timeIsUp(single));
        } catch (ClientException.ClosedException e) {
            line.leave(1);
            return CompletableFuture.failedFuture(e);
        }
        synchronized (waiting) {
            waiting.add(single);
        }
        sendWhatMayGo();
        return single.future;
    }

    /// Fails everything that has not left, after the line was closed.
    void close() {
        List<Single> left;
        synchronized (waiting) {
            left = waiting.stream().filter(single -> !single.isOver).toList();
            left.forEach(single -> single.isOver = true);
            waiting.clear();
        }
        for (var single : left) {
            line.leave(1);
            single.fail(new ClientException.ClosedException());
        }
    }

    /// On a closed line nothing may go, and nobody but this would tell those who wait.
    private void sendWhatMayGo() {
        if (line.isClosed()) {
            close();
            return;
        }
        while (true) {
            List<Single> batch;
            synchronized (waiting) {
                if (underWay >= limits.underWayMax()) {
                    return;
                }
                batch = nextBatch();
                if (batch.isEmpty()) {
                    return;
                }
                underWay++;
            }
            send(batch);
        }
    }

    /// Under the lock.
    private List<Single> nextBatch() {
        var batch = new ArrayList<Single>();
        int bytes = 0;
        for (var single = waiting.peek(); single != null; single = waiting.peek()) {
            if (!single.isOver) {
                bytes += BatchBytes.size(single.bytes);
                boolean isFull = batch.size() == limits.transactionsMax() || bytes > limits.bytesMax();
                if (isFull && !batch.isEmpty()) {
                    return batch;
                }
                single.hasLeft = true;
                batch.add(single);
            }
            waiting.remove();
        }
        return batch;
    }

    private void send(List<Single> batch) {
        var ids = batch.stream().map(single -> single.id).toList();
        var bytes = BatchBytes.of(batch.stream().map(single -> single.bytes).toList());
        var request = new Wire.Request(Rpc.TRANSACT_BATCH, bytes, batch.getFirst().headers);
        long deadline = batch.getFirst().deadlineNanos;
        for (var single : batch) {
            deadline = deadline - single.deadlineNanos < 0 ? single.deadlineNanos : deadline;
        }
        var _ = Attempts.of(
                        line,
                        new Attempts.Request<>(request, answer -> new BatchResult(ids, answer).outcomes(), deadline))
                .whenComplete((outcomes, failure) -> {
                    if (failure == null) {
                        ended(batch);
                        for (int i = 0; i < batch.size(); i++) {
                            batch.get(i).complete(outcomes.get(i));
                        }
                    } else {
                        failed(batch, Failures.fault(failure));
                    }
                });
    }

    /// A request that is not taken as a whole may have one transaction in it that is not taken; the others must not
    /// suffer for it. So it is halved until the one is found.
    private void failed(List<Single> batch, FaultException failure) {
        if (failure.fault().kind() == Fault.Kind.REJECTED && batch.size() > 1) {
            synchronized (waiting) {
                underWay++;
            }
            int middle = batch.size() / 2;
            send(batch.subList(0, middle));
            send(batch.subList(middle, batch.size()));
            return;
        }
        ended(batch);
        for (var single : batch) {
            single.fail(Failures.ofTransactions(failure, List.of(single.id)));
        }
    }

    /// Before anybody is told: who is told may come back with the next call at once.
    private void ended(List<Single> batch) {
        synchronized (waiting) {
            underWay--;
        }
        line.leave(batch.size());
        sendWhatMayGo();
    }

    private void timeIsUp(Single single) {
        boolean isWaiting;
        synchronized (waiting) {
            isWaiting = !single.hasLeft && !single.isOver;
            single.isOver |= isWaiting;
        }
        if (isWaiting) {
            line.leave(1);
            single.fail(new ClientException.OverloadedException("the call waited for others until its deadline"));
        } else {
            single.fail(new ClientException.OutcomeUnknownException(List.of(single.id), "no answer in time"));
        }
    }

    /// One transaction on its way. The flags belong to the lock.
    static final class Single {
        private final UUID id;
        private final byte[] bytes;
        private final Metadata headers;
        private final long deadlineNanos;
        private final CompletableFuture<Outcome> future = new CompletableFuture<>();
        private @Nullable Future<?> alarm;
        private boolean hasLeft;
        private boolean isOver;

        Single(UUID id, byte[] bytes, Metadata headers, long deadlineNanos) {
            this.id = id;
            this.bytes = bytes;
            this.headers = headers;
            this.deadlineNanos = deadlineNanos;
        }

        long deadlineNanos() {
            return deadlineNanos;
        }

        void complete(Outcome outcome) {
            silence();
            future.complete(outcome);
        }

        void fail(ClientException failure) {
            silence();
            future.completeExceptionally(failure);
        }

        private void silence() {
            if (alarm != null) {
                alarm.cancel(false);
            }
        }
    }
}
