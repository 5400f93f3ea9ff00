package ballast.cli;

import ballast.client.BallastClient;
import ballast.client.Found;
import ballast.client.PreparedBatch;
import ballast.client.Query;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// Opens the accounts, builds everything, warms up, and then measures.
final class BenchRun {
    private final BallastClient client;
    private final BenchSettings settings;
    private final Optional<ProcessHandle> node;

    /// @param node the server's process, if it is on this machine and known
    BenchRun(BallastClient client, BenchSettings settings, Optional<ProcessHandle> node) {
        this.client = client;
        this.settings = settings;
        this.node = node;
    }

    BenchResult run() throws InterruptedException {
        var plan = new BenchPlan(client, settings);
        send(plan.accounts());
        if (settings.warmUp() > 0) {
            awaitHistory(plan, send(plan.transfers(settings.warmUp())).lastPosition());
        }
        var batches = plan.transfers(settings.transfers());
        // What was left behind by building is not part of what is measured.
        System.gc();

        var clientCpu = cpu(Optional.of(ProcessHandle.current()));
        var nodeCpu = cpu(node);
        long begin = System.nanoTime();
        var sent = send(batches);
        long answered = System.nanoTime();
        awaitHistory(plan, sent.lastPosition());
        long end = System.nanoTime();
        return new BenchResult(
                sent,
                end - begin,
                end - answered,
                since(clientCpu, Optional.of(ProcessHandle.current())),
                since(nodeCpu, node),
                client.trialBalance().value().stream().allMatch(Found.AssetSum::isBalanced));
    }

    /// What came of sending batches.
    ///
    /// @param latencies of each batch in nanoseconds, sorted
    record Sent(long committed, long refused, long lastPosition, List<Long> latencies) {
        Sent {
            latencies = latencies.stream().sorted().toList();
        }
    }

    /// So many under way at once as may be, the next as soon as one is answered.
    private Sent send(List<PreparedBatch> batches) throws InterruptedException {
        var room = new Semaphore(settings.inFlight());
        var latencies = new Long[batches.size()];
        var committed = new AtomicLong();
        var refused = new AtomicLong();
        var last = new AtomicLong();
        var failure = new AtomicReference<Optional<Throwable>>(Optional.empty());
        for (int i = 0; i < batches.size() && failure.get().isEmpty(); i++) {
            var batch = batches.get(i);
            int index = i;
            room.acquire();
            long begin = System.nanoTime();
            var _ = client.async().transact(batch).whenComplete((result, why) -> {
                latencies[index] = System.nanoTime() - begin;
                if (why == null) {
                    committed.addAndGet(result.committed());
                    refused.addAndGet(result.size() - result.committed());
                    last.accumulateAndGet(result.lastPosition(), Math::max);
                } else {
                    failure.set(Optional.of(why));
                }
                room.release();
            });
        }
        room.acquire(settings.inFlight());
        failure.get().ifPresent(why -> {
            throw why instanceof CompletionException && why.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("a batch failed", why);
        });
        return new Sent(committed.get(), refused.get(), last.get(), Arrays.asList(latencies));
    }

    /// A strict read of history is answered when its index has reached everything that was answered before.
    private void awaitHistory(BenchPlan plan, long position) {
        var reading = client.balances(Query.BalancesOf.account(plan.account(0)));
        if (reading.position() < position) {
            throw new IllegalStateException("history is at position %d, behind %d which was answered before"
                    .formatted(reading.position(), position));
        }
    }

    private static Optional<Duration> cpu(Optional<ProcessHandle> process) {
        return process.flatMap(one -> one.info().totalCpuDuration());
    }

    private static Optional<Duration> since(Optional<Duration> before, Optional<ProcessHandle> process) {
        return before.flatMap(then -> cpu(process).map(now -> now.minus(then)));
    }
}
