package ballast.consensus.ratis;

import ballast.consensus.Leadership;
import ballast.consensus.LogPosition;
import ballast.consensus.ReplicatedStateMachine;
import ballast.guard.FailPoint;
import ballast.guard.FailPoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.ratis.proto.RaftProtos.LogEntryProto;
import org.apache.ratis.proto.RaftProtos.RoleInfoProto;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.protocol.RaftGroupMemberId;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.server.protocol.TermIndex;
import org.apache.ratis.server.storage.FileInfo;
import org.apache.ratis.statemachine.SnapshotInfo;
import org.apache.ratis.statemachine.TransactionContext;
import org.apache.ratis.statemachine.impl.BaseStateMachine;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;
import org.jspecify.annotations.Nullable;

/// Translates what Ratis tells its state machine into what the port tells ours.
///
/// To Ratis our machine is one whose latest snapshot is what it recovered, so replay begins right after that; the
/// snapshot has no files, since the state lives elsewhere. Ratis' own entries (configurations) and barriers are
/// not delivered.
final class RatisStateMachine extends BaseStateMachine {
    private final ReplicatedStateMachine machine;
    private final FailPoints failPoints;
    private final AcknowledgedMark acknowledged;
    private final SegmentDirectory directory;
    private final LogWriter writer = new LogWriter();
    private final Set<Offer> underWay = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final AtomicBoolean failed = new AtomicBoolean();
    private volatile LogPosition covered;
    private volatile Leadership leadership = Leadership.UNKNOWN;
    private volatile boolean closing;

    /// @param from the entry after which delivery begins
    RatisStateMachine(ReplicatedStateMachine machine, LogPosition from, LogDirectory files, FailPoints failPoints) {
        this.machine = machine;
        this.covered = from;
        this.acknowledged = files.acknowledged();
        this.directory = new SegmentDirectory(files.segments());
        this.failPoints = failPoints;
        if (!from.equals(LogPosition.START)) {
            setLastAppliedTermIndex(TermIndex.valueOf(from.term(), from.index()));
        }
    }

    /// Completes when this replica leads and everything that was in the log has been delivered; exceptionally if
    /// the log fails before.
    CompletableFuture<Void> ready() {
        return ready;
    }

    Leadership leadership() {
        return leadership;
    }

    void passed(FailPoint point) {
        failPoints.passed(point);
    }

    boolean hasFailed() {
        return failed.get();
    }

    /// The entries up to here may be dropped from now on.
    void covers(LogPosition position) {
        if (position.compareTo(covered) > 0) {
            covered = position;
        }
    }

    /// From now on nothing is delivered; an entry that is being delivered still is.
    void stopDelivering() {
        closing = true;
    }

    LogWriter writer() {
        return writer;
    }

    void track(Offer offer) {
        underWay.add(offer);
    }

    void untrack(Offer offer) {
        underWay.remove(offer);
    }

    void endAll(String reason) {
        underWay.forEach(offer -> offer.end(reason));
        underWay.clear();
    }

    // ---- what Ratis asks

    @Override
    public @Nullable SnapshotInfo getLatestSnapshot() {
        LogPosition position = covered;
        return position.equals(LogPosition.START) ? null : new SnapshotElsewhere(position);
    }

    private record SnapshotElsewhere(LogPosition position) implements SnapshotInfo {
        @Override
        public TermIndex getTermIndex() {
            return TermIndex.valueOf(position.term(), position.index());
        }

        @Override
        public List<FileInfo> getFiles() {
            return List.of();
        }
    }

    @Override
    public TransactionContext startTransaction(RaftClientRequest request) {
        return TransactionContext.newBuilder()
                .setStateMachine(this)
                .setClientRequest(request)
                .setStateMachineContext(request.getMessage())
                .build();
    }

    @Override
    public TransactionContext preAppendTransaction(TransactionContext transaction) {
        offerOf(transaction).ifPresent(Offer::appending);
        return transaction;
    }

    /// Ratis calls this on the thread that writes the log, right before it forces the segment.
    @Override
    public CompletableFuture<Void> flush(long index) {
        writer.isCurrentThread();
        try {
            directory.forceIfChanged();
            if (!underWay.isEmpty()) {
                failPoints.passed(FailPoint.BEFORE_LOG_FSYNC);
            }
            return CompletableFuture.completedFuture(null);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        } catch (UncheckedIOException e) {
            return CompletableFuture.failedFuture(e.getCause());
        }
    }

    @Override
    public CompletableFuture<Message> applyTransaction(TransactionContext transaction) {
        LogEntryProto entry = transaction.getLogEntry();
        ByteString bytes = entry.getStateMachineLogEntry().getLogData();
        LogPosition position = new LogPosition(entry.getTerm(), entry.getIndex());
        updateLastAppliedTermIndex(entry.getTerm(), entry.getIndex());
        Optional<Offer> offer = offerOf(transaction);
        if (!closing && !failed.get() && (bytes.isEmpty() || isDelivered(position, bytes, offer.isPresent()))) {
            offer.ifPresent(it -> it.delivered(position));
        }
        return CompletableFuture.completedFuture(Message.EMPTY);
    }

    /// Nothing is thrown at Ratis, which would close itself: if it is being closed at that moment, its thread
    /// goes round in circles and the one who closes waits for ever. The log fails instead, and delivers no more.
    private boolean isDelivered(LogPosition position, ByteString bytes, boolean isNew) {
        try {
            if (isNew) {
                failPoints.passed(FailPoint.AFTER_LOG_FSYNC);
            }
            acknowledged.advance(position.index());
            machine.deliver(position, bytes.asReadOnlyByteBuffer());
            return true;
        } catch (Throwable e) {
            failed(e);
            return false;
        }
    }

    private static Optional<Offer> offerOf(TransactionContext transaction) {
        return transaction.getStateMachineContext() instanceof Offer offer ? Optional.of(offer) : Optional.empty();
    }

    // ---- what Ratis tells

    @Override
    public void notifyLeaderReady() {
        announce(Leadership.LEADING);
        ready.complete(null);
    }

    @Override
    public void notifyLeaderChanged(RaftGroupMemberId member, RaftPeerId leader) {
        if (!member.getPeerId().equals(leader)) {
            announce(Leadership.FOLLOWING);
        }
    }

    @Override
    public void notifyNotLeader(Collection<TransactionContext> pending) {
        announce(Leadership.UNKNOWN);
    }

    @Override
    public void notifyExtendedNoLeader(RoleInfoProto role) {
        announce(Leadership.UNKNOWN);
    }

    private synchronized void announce(Leadership now) {
        if (leadership != now && !closing) {
            leadership = now;
            machine.leadershipChanged(now);
        }
    }

    @Override
    public void notifyLogFailed(Throwable cause, @Nullable LogEntryProto entry) {
        failed(cause);
    }

    /// Ratis closes a division by itself when one of its threads meets what it did not expect.
    @Override
    public void close() {
        if (!closing) {
            failed(new IllegalStateException("Ratis closed the log by itself; its own log says why"));
        }
    }

    private void failed(Throwable cause) {
        if (!failed.compareAndSet(false, true)) {
            return;
        }
        try {
            machine.logFailed(cause);
        } finally {
            ready.completeExceptionally(cause);
            endAll("the log has failed: " + cause);
        }
    }
}
