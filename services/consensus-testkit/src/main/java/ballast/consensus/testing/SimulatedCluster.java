package ballast.consensus.testing;

import ballast.consensus.Leadership;
import ballast.consensus.LogPosition;
import ballast.consensus.ReplicatedStateMachine;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/// Replicas that agree on one order of entries, in memory and one event at a time. `@ThreadSafe`
///
/// The test opens replicas, proposes, and calls [#step] or [#runUntilIdle]; each step does one thing that a real
/// log could do next: accept a proposal, order an entry, deliver, answer, announce a leader, drop old entries.
/// Which one is drawn from the seed, and so are the faults; the same seed and the same calls give the same run.
/// Whatever is drawn, the port's promises hold: that is what `SimulatedClusterTest` checks over many seeds.
///
/// What is committed survives everything. A replica that was closed or crashed is opened again with a new machine
/// and gets what comes after its recovered position, or a call of `install` if that much has been forgotten.
public final class SimulatedCluster {
    private static final int STEPS_MAX = 10_000_000;
    private static final int BATCH_MAX = 8;
    private static final int GAP_MAX = 3;

    private final RandomGenerator random;
    private final List<Optional<SimulatedReplicatedLog>> replicas = new ArrayList<>();
    private final LogPosition[] forgotten;
    private final CommittedEntries committed = new CommittedEntries();
    private final List<OfferedEntry> underWay = new ArrayList<>();
    private final AtomicInteger wakes = new AtomicInteger();
    private SimulatedFaults faults;
    private Optional<Executor> executor = Optional.empty();
    private Optional<SimulatedReplicatedLog> leader = Optional.empty();
    private long term;

    public SimulatedCluster(int replicas, SimulatedFaults faults, RandomGenerator random) {
        this.faults = faults;
        this.random = random;
        forgotten = new LogPosition[replicas];
        Arrays.fill(forgotten, LogPosition.START);
        for (int replica = 0; replica < replicas; replica++) {
            this.replicas.add(Optional.empty());
        }
    }

    /// A cluster that always works and keeps the order of proposals. The first replica opened leads.
    public static SimulatedCluster calm(int replicas) {
        return new SimulatedCluster(replicas, SimulatedFaults.calm(), new Random(0));
    }

    /// A cluster in which everything that the port allows happens often.
    public static SimulatedCluster stormy(int replicas, long seed) {
        return new SimulatedCluster(replicas, SimulatedFaults.stormy(), new Random(seed));
    }

    /// From now on the cluster steps itself on `executor` whenever something is asked of it.
    public synchronized SimulatedCluster drivenBy(Executor executor) {
        this.executor = Optional.of(executor);
        return this;
    }

    /// No more faults from now on; what has gone wrong stays so.
    public synchronized void calmDown() {
        faults = SimulatedFaults.calm();
    }

    /// Opens a replica that is not open; delivery begins after what `machine` recovered.
    public SimulatedReplicatedLog open(int replica, ReplicatedStateMachine machine) {
        SimulatedReplicatedLog log = start(replica, machine);
        wake();
        return log;
    }

    private synchronized SimulatedReplicatedLog start(int replica, ReplicatedStateMachine machine) {
        if (replicas.get(replica).isPresent()) {
            throw new IllegalStateException("replica %d is already open".formatted(replica));
        }
        LogPosition from = machine.recovered();
        if (!committed.holds(from)) {
            throw new IllegalStateException("the machine recovered %s, which this log never held".formatted(from));
        }
        if (from.compareTo(forgotten[replica]) < 0) {
            from = forgotten[replica];
            machine.install(from);
        }
        SimulatedReplicatedLog log = new SimulatedReplicatedLog(this, replica, machine, committed.slotAfter(from));
        replicas.set(replica, Optional.of(log));
        return log;
    }

    /// Lets one thing happen; `false` if nothing is left to happen.
    public synchronized boolean step() {
        List<Runnable> possible = new ArrayList<>();
        if (leader.isEmpty() && hasQuorum()) {
            possible.add(() -> elect(oneOf(open())));
        }
        if (leader.isPresent() && !underWay.isEmpty()) {
            possible.add(this::commit);
        }
        open().forEach(log -> log.addEvents(possible));
        if (possible.isEmpty()) {
            return false;
        }
        List<Runnable> unkind = new ArrayList<>();
        addFaults(unkind);
        oneOf(unkind.isEmpty() ? possible : unkind).run();
        return true;
    }

    /// Steps until nothing is left to happen.
    public void runUntilIdle() {
        for (int steps = 0; step(); steps++) {
            if (steps == STEPS_MAX) {
                throw new IllegalStateException("still busy after %d steps".formatted(STEPS_MAX));
            }
        }
    }

    /// Makes an open replica the leader; the others, and it too, learn of that in their own time.
    public synchronized void elect(SimulatedReplicatedLog log) {
        term++;
        leader = Optional.of(log);
    }

    /// Everything the cluster has agreed on, oldest first.
    public synchronized List<DeliveredEntry> agreed() {
        List<DeliveredEntry> entries = new ArrayList<>();
        for (int slot = 0; slot < committed.size(); slot++) {
            entries.add(committed.at(slot));
        }
        return entries;
    }

    /// Steps on the executor, if there is one. Whoever finds the cluster being driven leaves its work to the
    /// driver.
    void wake() {
        executor.ifPresent(driver -> {
            if (wakes.getAndIncrement() == 0) {
                driver.execute(this::drive);
            }
        });
    }

    private void drive() {
        int seen = wakes.get();
        do {
            runUntilIdle();
            seen = wakes.addAndGet(-seen);
        } while (seen > 0);
    }

    synchronized void exclusively(Runnable action) {
        action.run();
    }

    CommittedEntries committed() {
        return committed;
    }

    Leadership leadershipOf(SimulatedReplicatedLog log) {
        return leader.map(it -> it == log ? Leadership.LEADING : Leadership.FOLLOWING)
                .orElse(Leadership.UNKNOWN);
    }

    boolean isLed() {
        return leader.isPresent();
    }

    boolean refuses() {
        return strikes(faults.refusal());
    }

    boolean strikes(double chance) {
        return chance > 0 && random.nextDouble() < chance;
    }

    int batch() {
        return faults.shuffled() ? 1 + random.nextInt(BATCH_MAX) : 1;
    }

    /// How many entries some replica has dropped.
    int forgottenSlots() {
        return Arrays.stream(forgotten).mapToInt(committed::slotAfter).max().orElse(0);
    }

    /// The first while calm, otherwise any.
    <T> T oneOf(List<T> choices) {
        return choices.get(faults.shuffled() ? random.nextInt(choices.size()) : 0);
    }

    void offered(OfferedEntry offer) {
        underWay.add(offer);
    }

    /// Drops what the machine asked to drop, or in a shuffled cluster part of it, as a log that drops whole files
    /// does.
    void forget(SimulatedReplicatedLog log, LogPosition through) {
        int most = Math.min(committed.slotAfter(through), log.delivered());
        int slots = faults.shuffled() ? random.nextInt(most + 1) : most;
        LogPosition upTo =
                slots == 0 ? LogPosition.START : committed.at(slots - 1).position();
        if (upTo.compareTo(forgotten[log.replica()]) > 0) {
            forgotten[log.replica()] = upTo;
        }
    }

    void closed(SimulatedReplicatedLog log) {
        replicas.set(log.replica(), Optional.empty());
        leader = leader.filter(it -> it != log && hasQuorum());
    }

    private void addFaults(List<Runnable> unkind) {
        if (strikes(faults.leaderChange())) {
            unkind.add(this::changeLeader);
        }
        if (strikes(faults.proposalLost()) && !underWay.isEmpty()) {
            unkind.add(this::lose);
        }
        open().forEach(log -> log.addFaults(unkind, faults));
    }

    private void changeLeader() {
        leader = Optional.empty();
        if (hasQuorum() && random.nextBoolean()) {
            elect(oneOf(open()));
        }
    }

    private void commit() {
        OfferedEntry offer = oneOf(underWay);
        underWay.remove(offer);
        int gap = faults.shuffled() ? random.nextInt(GAP_MAX + 1) : 0;
        ByteBuffer bytes = offer.bytes();
        offer.committedAt(committed.append(term, gap, bytes));
    }

    private void lose() {
        OfferedEntry offer = oneOf(underWay);
        underWay.remove(offer);
        open().forEach(log -> log.lost(offer));
    }

    private boolean hasQuorum() {
        return open().size() > replicas.size() / 2;
    }

    private List<SimulatedReplicatedLog> open() {
        return replicas.stream().flatMap(Optional::stream).toList();
    }
}
