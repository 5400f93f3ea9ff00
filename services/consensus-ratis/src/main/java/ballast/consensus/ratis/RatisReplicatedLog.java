package ballast.consensus.ratis;

import ballast.consensus.Leadership;
import ballast.consensus.LogPosition;
import ballast.consensus.LogUnavailableException;
import ballast.consensus.Proposal;
import ballast.consensus.ReplicatedLog;
import ballast.consensus.ReplicatedStateMachine;
import ballast.guard.FailPoint;
import ballast.guard.FailPoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.ratis.protocol.RaftClientReply;
import org.jspecify.annotations.Nullable;

/// The replicated log on Apache Ratis, today as a group of one. `@ThreadSafe`
///
/// An entry is written to a segment file, forced, committed, delivered and answered, in this order and for
/// several entries at a time; Ratis gathers whatever arrives during one fsync into the next. See [RatisSettings]
/// for what we ask of Ratis, [LogAudit] for what happens to a log that a crash left behind, and [Offer] for what
/// an answer means.
///
/// Ratis' linearizable query is not used, here or anywhere: after a pause a deposed leader answered it from its
/// own memory. See [#readBarrier].
public final class RatisReplicatedLog implements ReplicatedLog {
    private static final System.Logger LOG = System.getLogger(RatisReplicatedLog.class.getName());

    private final RatisOptions options;
    private final LogDirectory files;
    private final RatisStateMachine machine;
    private final RatisDivision division;
    private final ReadBarriers barriers = new ReadBarriers(() -> offer(Offer.barrier()));
    private final ExecutorService forgetting;
    private final AtomicBoolean closed = new AtomicBoolean();

    private RatisReplicatedLog(
            RatisOptions options, LogDirectory files, RatisStateMachine machine, RatisDivision division) {
        this.options = options;
        this.files = files;
        this.machine = machine;
        this.division = division;
        this.forgetting = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("log-forget").daemon().factory());
    }

    /// Opens the log in a directory, or makes one there; returns when this replica leads and everything in the
    /// log has been delivered.
    ///
    /// @throws LogInUseException if another process has the directory
    /// @throws LogDamagedException if something that was acknowledged is missing or damaged
    /// @throws LogOpenException if the log cannot be opened for another reason
    public static RatisReplicatedLog open(
            Path directory, RatisOptions options, ReplicatedStateMachine machine, FailPoints failPoints) {
        LogDirectory files = LogDirectory.open(directory, options.group());
        try {
            return open(files, options, machine, failPoints);
        } catch (Throwable e) {
            files.close();
            throw e;
        }
    }

    private static RatisReplicatedLog open(
            LogDirectory files, RatisOptions options, ReplicatedStateMachine machine, FailPoints failPoints) {
        LogPosition recovered = machine.recovered();
        LogPosition forgotten = files.forgotten().read();
        LogExtent extent =
                new LogAudit(files.segments(), files.acknowledged().index(), forgotten.index(), recovered).check();
        LogPosition from = deliverAfter(recovered, extent, forgotten, machine);
        RatisStateMachine adapter = new RatisStateMachine(machine, from, files, failPoints);
        RatisDivision division;
        try {
            division = RatisDivision.start(options, files.group(), RatisSettings.of(options, files.root()), adapter);
        } catch (IOException | RuntimeException e) {
            adapter.stopDelivering();
            throw new LogOpenException(
                    files.root(), "%s: Ratis cannot open the log: %s".formatted(files.root(), e.getMessage()), e);
        }
        try {
            awaitReady(files.root(), options, adapter, division);
        } catch (Throwable e) {
            adapter.stopDelivering();
            division.close(adapter.writer());
            throw e;
        }
        return new RatisReplicatedLog(options, files, adapter, division);
    }

    /// Where delivery begins: after what the machine recovered, if the log still holds the next entry; otherwise after
    /// what was forgotten, which the machine must get elsewhere.
    private static LogPosition deliverAfter(
            LogPosition recovered, LogExtent extent, LogPosition forgotten, ReplicatedStateMachine machine) {
        if (extent.first() <= recovered.index() + 1) {
            return recovered;
        }
        machine.install(forgotten);
        return forgotten;
    }

    /// Waits as long as entries are being delivered, and then once more for the time-out.
    private static void awaitReady(Path root, RatisOptions options, RatisStateMachine machine, RatisDivision division) {
        for (long applied = -1; ; ) {
            try {
                machine.ready().get(options.openTimeout().toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                if (division.lastApplied() == applied) {
                    throw new LogOpenException(
                            root, "%s: no leader and no progress for %s".formatted(root, options.openTimeout()), e);
                }
                applied = division.lastApplied();
            } catch (ExecutionException e) {
                throw new LogOpenException(root, "%s: failed while opening: %s".formatted(root, e.getCause()), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LogOpenException(root, "%s: interrupted while opening".formatted(root), e);
            }
        }
    }

    @Override
    public CompletionStage<Proposal> propose(ByteBuffer entry) {
        if (!entry.hasRemaining() || entry.remaining() > ENTRY_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "entry: %d bytes (expected: 1 to %d)".formatted(entry.remaining(), ENTRY_BYTES_MAX));
        }
        return offer(new Offer(entry)).minimalCompletionStage();
    }

    private CompletableFuture<Proposal> offer(Offer offer) {
        machine.track(offer);
        if (closed.get() || machine.hasFailed()) {
            offer.end(closed.get() ? "the log is closed" : "the log has failed");
        } else {
            var _ = division.submit(offer).whenComplete((reply, failure) -> answer(offer, reply, failure));
        }
        Proposal late = new Proposal.Unknown("no answer within " + options.proposalTimeout());
        return offer.stage()
                .completeOnTimeout(late, options.proposalTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, _) -> machine.untrack(offer));
    }

    private static void answer(Offer offer, @Nullable RaftClientReply reply, @Nullable Throwable failure) {
        if (reply != null && reply.isSuccess()) {
            offer.succeeded();
        } else {
            offer.end(String.valueOf(reply != null ? reply.getException() : failure));
        }
    }

    /// While this replica is alone in its configuration the answer costs nothing: everything that anyone can have
    /// seen committed has already been delivered here. Nobody else could have committed anything; an entry of
    /// this replica is seen as committed only through its delivery here or through the answer after it; and what
    /// an earlier process on this log acknowledged was delivered again before [#open] returned, since a leader is
    /// ready only when the first entry of its own term, after all older ones, has been applied.
    ///
    /// The configuration asked is the newest in this replica's log, committed or not. A group grows by an entry
    /// that this replica itself writes, so it knows of the others before they can form a quorum; and what they
    /// commit after this call began is no concern of this read. From then on a read waits for an entry of its
    /// own: to be committed, that entry needs a quorum that still takes this replica for the leader, and it
    /// stands after everything committed before.
    @Override
    public CompletionStage<Void> readBarrier() {
        if (closed.get() || machine.hasFailed()) {
            return CompletableFuture.failedStage(new LogUnavailableException("the log is closed"));
        }
        if (machine.leadership() == Leadership.LEADING && division.isAlone()) {
            return CompletableFuture.completedStage(null);
        }
        return barriers.join();
    }

    /// A barrier that goes through the log whoever is in the group, so that tests reach it with a group of one.
    CompletionStage<Void> barrierEntry() {
        return barriers.join();
    }

    /// Where Ratis listens.
    InetSocketAddress address() {
        return division.address();
    }

    @Override
    public void forgetThrough(LogPosition position) {
        if (closed.get() || position.equals(LogPosition.START)) {
            return;
        }
        try {
            forgetting.execute(() -> forget(position));
        } catch (RejectedExecutionException e) {
            LOG.log(System.Logger.Level.DEBUG, "the log was closed before it could forget", e);
        }
    }

    private void forget(LogPosition position) {
        try {
            if (position.compareTo(files.forgotten().read()) <= 0) {
                return;
            }
            files.forgotten().write(position);
            machine.covers(position);
            division.purge(position.index()).join();
            machine.passed(FailPoint.AFTER_LOG_FORGET);
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the log keeps its old entries for now", e);
        }
    }

    @Override
    public Leadership leadership() {
        return closed.get() ? Leadership.UNKNOWN : machine.leadership();
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        machine.stopDelivering();
        forgetting.close();
        try {
            division.close(machine.writer());
        } catch (UncheckedIOException e) {
            LOG.log(System.Logger.Level.WARNING, "the log did not close in order", e);
        }
        machine.endAll("the log was closed");
        files.close();
    }
}
