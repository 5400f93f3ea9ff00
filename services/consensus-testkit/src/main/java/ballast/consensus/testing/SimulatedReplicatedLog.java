package ballast.consensus.testing;

import ballast.consensus.Leadership;
import ballast.consensus.LogPosition;
import ballast.consensus.LogUnavailableException;
import ballast.consensus.Proposal;
import ballast.consensus.ReplicatedLog;
import ballast.consensus.ReplicatedStateMachine;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/// One replica's log in a [SimulatedCluster]: nothing touches a disk or a network, and nothing happens until the
/// cluster is stepped.
///
/// [#immediate] is the log for tests that want no trouble: one replica that commits and delivers at once. The
/// interface's methods may be called from any thread; the rest belongs to whoever steps the cluster.
public final class SimulatedReplicatedLog implements ReplicatedLog {
    private static final byte SCRIBBLE = (byte) 0xDB;

    private final SimulatedCluster cluster;
    private final ReplicatedStateMachine machine;
    private final int replica;
    private final Queue<OfferedEntry> offers = new ConcurrentLinkedQueue<>();
    private final Queue<CompletableFuture<Void>> reads = new ConcurrentLinkedQueue<>();
    private final Queue<LogPosition> forgets = new ConcurrentLinkedQueue<>();
    private final List<OfferedEntry> accepted = new ArrayList<>();
    private final List<Barrier> barriers = new ArrayList<>();
    private int next;
    private volatile Leadership leadership = Leadership.UNKNOWN;
    private volatile boolean closed;

    private record Barrier(CompletableFuture<Void> stage, int slots) {}

    SimulatedReplicatedLog(SimulatedCluster cluster, int replica, ReplicatedStateMachine machine, int next) {
        this.cluster = cluster;
        this.replica = replica;
        this.machine = machine;
        this.next = next;
    }

    /// A cluster of one that does everything at once, on the thread that proposes; a proposal made while another
    /// is delivered waits its turn. Close it and [SimulatedCluster#open] its cluster again to restart.
    public static SimulatedReplicatedLog immediate(ReplicatedStateMachine machine) {
        return SimulatedCluster.calm(1).drivenBy(Runnable::run).open(0, machine);
    }

    /// The same with every callback on `executor`, one at a time.
    public static SimulatedReplicatedLog calm(ReplicatedStateMachine machine, Executor executor) {
        return SimulatedCluster.calm(1).drivenBy(executor).open(0, machine);
    }

    public SimulatedCluster cluster() {
        return cluster;
    }

    public int replica() {
        return replica;
    }

    @Override
    public CompletionStage<Proposal> propose(ByteBuffer entry) {
        if (!entry.hasRemaining() || entry.remaining() > ENTRY_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "entry: %d bytes (expected: 1 to %d)".formatted(entry.remaining(), ENTRY_BYTES_MAX));
        }
        OfferedEntry offer = new OfferedEntry(entry);
        offers.add(offer);
        cluster.wake();
        if (closed) {
            cluster.exclusively(this::endStages);
        }
        return offer.answer();
    }

    @Override
    public CompletionStage<Void> readBarrier() {
        CompletableFuture<Void> read = new CompletableFuture<>();
        reads.add(read);
        cluster.wake();
        if (closed) {
            cluster.exclusively(this::endStages);
        }
        return read;
    }

    @Override
    public void forgetThrough(LogPosition position) {
        forgets.add(position);
        cluster.wake();
    }

    @Override
    public Leadership leadership() {
        return leadership;
    }

    @Override
    public void close() {
        cluster.exclusively(() -> {
            stop();
            endStages();
        });
    }

    /// Ends this replica as a kill would: nobody hears anything more. What it proposed may yet be committed.
    public void crash() {
        cluster.exclusively(this::stop);
    }

    private void stop() {
        if (!closed) {
            closed = true;
            cluster.closed(this);
        }
    }

    private void endStages() {
        drain(offers, offer -> offer.answer(new Proposal.Rejected("the log is closed")));
        List.copyOf(accepted).forEach(offer -> offer.answer(new Proposal.Unknown("the log was closed")));
        accepted.clear();
        LogUnavailableException reason = new LogUnavailableException("the log is closed");
        drain(reads, read -> read.completeExceptionally(reason));
        List.copyOf(barriers).forEach(barrier -> barrier.stage().completeExceptionally(reason));
        barriers.clear();
    }

    /// Adds what could happen next on this replica, what was asked for first in front.
    void addEvents(List<Runnable> possible) {
        if (leadership != cluster.leadershipOf(this)) {
            possible.add(this::announce);
        }
        if (!offers.isEmpty()) {
            possible.add(this::accept);
        }
        if (next < cluster.committed().size()) {
            possible.add(this::deliver);
        }
        accepted.stream()
                .filter(this::isDelivered)
                .findFirst()
                .ifPresent(offer -> possible.add(() -> answer(offer, new Proposal.Committed(offer.position()))));
        if (!reads.isEmpty()) {
            possible.add(this::read);
        }
        barriers.stream()
                .filter(barrier -> cluster.isLed() && barrier.slots() <= next)
                .findFirst()
                .ifPresent(barrier -> possible.add(() -> pass(barrier)));
        if (!barriers.isEmpty() && !cluster.isLed()) {
            possible.add(() -> refuse(barriers.getFirst()));
        }
        if (!forgets.isEmpty()) {
            possible.add(() -> drain(forgets, position -> cluster.forget(this, position)));
        }
    }

    /// Adds what only a log in trouble does.
    void addFaults(List<Runnable> possible, SimulatedFaults faults) {
        if (cluster.strikes(faults.unknownEarly()) && !accepted.isEmpty()) {
            possible.add(() -> answer(cluster.oneOf(accepted), new Proposal.Unknown("no answer in time")));
        }
        if (cluster.strikes(faults.barrierRefused()) && !barriers.isEmpty()) {
            possible.add(() -> refuse(cluster.oneOf(barriers)));
        }
        if (cluster.strikes(faults.jump()) && next < cluster.forgottenSlots()) {
            possible.add(this::jump);
        }
    }

    boolean holdsDelivered(int slots) {
        return next >= slots;
    }

    int delivered() {
        return next;
    }

    /// Ends the stage of an entry that the cluster lost for ever.
    void lost(OfferedEntry offer) {
        if (accepted.contains(offer)) {
            answer(offer, new Proposal.Unknown("leadership was lost"));
        }
    }

    private void announce() {
        leadership = cluster.leadershipOf(this);
        machine.leadershipChanged(leadership);
    }

    private void accept() {
        OfferedEntry offer = offers.remove();
        if (leadership != Leadership.LEADING) {
            offer.answer(new Proposal.Rejected("this replica does not lead"));
        } else if (cluster.refuses()) {
            offer.answer(new Proposal.Rejected("the log takes no more for now"));
        } else {
            accepted.add(offer);
            cluster.offered(offer);
        }
    }

    private void deliver() {
        for (int left = cluster.batch(); left > 0 && next < cluster.committed().size(); left--) {
            DeliveredEntry entry = cluster.committed().at(next);
            next++;
            lend(entry);
        }
    }

    /// The machine gets bytes that are overwritten as soon as it returns: it must not keep the buffer.
    private void lend(DeliveredEntry entry) {
        byte[] lent = new byte[entry.bytes().remaining()];
        entry.bytes().get(lent);
        machine.deliver(entry.position(), ByteBuffer.wrap(lent).asReadOnlyBuffer());
        Arrays.fill(lent, SCRIBBLE);
    }

    private void jump() {
        next = cluster.forgottenSlots();
        machine.install(cluster.committed().at(next - 1).position());
    }

    private boolean isDelivered(OfferedEntry offer) {
        return !offer.position().equals(LogPosition.START)
                && cluster.committed().slotAfter(offer.position()) <= next;
    }

    private void answer(OfferedEntry offer, Proposal outcome) {
        accepted.remove(offer);
        offer.answer(outcome);
    }

    private void read() {
        barriers.add(new Barrier(reads.remove(), cluster.committed().size()));
    }

    private void pass(Barrier barrier) {
        barriers.remove(barrier);
        barrier.stage().complete(null);
    }

    private void refuse(Barrier barrier) {
        barriers.remove(barrier);
        barrier.stage().completeExceptionally(new LogUnavailableException("no leader answers"));
    }

    private static <T> void drain(Queue<T> queue, java.util.function.Consumer<T> action) {
        for (T head = queue.poll(); head != null; head = queue.poll()) {
            action.accept(head);
        }
    }
}
