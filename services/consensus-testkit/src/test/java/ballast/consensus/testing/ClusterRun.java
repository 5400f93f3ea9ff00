package ballast.consensus.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.consensus.Leadership;
import ballast.consensus.LogPosition;
import ballast.consensus.Proposal;
import ballast.consensus.ReplicatedStateMachine;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/// One seeded run of a simulated cluster under random use, restarts included, and what it did wrong.
///
/// The seed draws the size, the faults and the use. The run notes each promise that it saw broken, and each rare
/// thing that it saw happen.
final class ClusterRun {
    private static final int ACTS = 150;

    private final RandomGenerator random;
    private final SimulatedCluster cluster;
    private final List<Replica> replicas = new ArrayList<>();
    private final Map<String, CompletableFuture<Proposal>> outcomes = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<String> violations = new ArrayList<>();
    private final Set<String> sights = new TreeSet<>();
    private final UnaryOperator<ReplicatedStateMachine> between;
    private int proposed;

    private static final class Replica {
        private final int number;
        private RecordingStateMachine machine = RecordingStateMachine.blank();
        private SimulatedReplicatedLog log;

        Replica(int number, SimulatedReplicatedLog log) {
            this.number = number;
            this.log = log;
        }
    }

    private ClusterRun(long seed, UnaryOperator<ReplicatedStateMachine> between) {
        this.between = between;
        random = new Random(seed);
        int size = 1 + random.nextInt(5);
        cluster = new SimulatedCluster(size, SimulatedFaults.drawn(random), new Random(seed + 1));
        for (int number = 0; number < size; number++) {
            RecordingStateMachine machine = watched(RecordingStateMachine.blank());
            Replica replica = new Replica(number, cluster.open(number, between.apply(machine)));
            replica.machine = machine;
            replicas.add(replica);
        }
    }

    static ClusterRun of(long seed) {
        return of(seed, UnaryOperator.identity());
    }

    /// @param between stands between the cluster and each machine, to break something on purpose
    static ClusterRun of(long seed, UnaryOperator<ReplicatedStateMachine> between) {
        ClusterRun run = new ClusterRun(seed, between);
        try {
            for (int act = 0; act < ACTS; act++) {
                run.act();
            }
            run.heal();
            run.check();
        } catch (IllegalStateException e) {
            run.violations.add(e.toString());
        }
        return run;
    }

    /// The promises that were broken, in words.
    List<String> violations() {
        return violations;
    }

    /// The rare things that happened.
    Set<String> sights() {
        return sights;
    }

    /// Everything that one could observe, for comparing two runs.
    List<Object> observed() {
        List<Object> all = new ArrayList<>(cluster.agreed());
        replicas.forEach(replica -> all.addAll(replica.machine.leaderships()));
        outcomes.forEach((name, outcome) -> all.add(name + outcome.getNow(new Proposal.Unknown("open"))));
        return all;
    }

    private void act() {
        Replica replica = replicas.get(random.nextInt(replicas.size()));
        switch (random.nextInt(12)) {
            case 0 -> restart(replica);
            case 1 -> forget(replica);
            case 2, 3 -> read(replica);
            default -> propose(replica);
        }
        for (int steps = random.nextInt(8); steps > 0 && cluster.step(); steps--) {
            look();
        }
    }

    private void propose(Replica replica) {
        String name = "p" + proposed++;
        RecordingStateMachine machine = replica.machine;
        CompletableFuture<Proposal> outcome =
                replica.log.propose(ByteBuffer.wrap(name.getBytes(UTF_8))).toCompletableFuture();
        outcomes.put(name, outcome.whenComplete((answer, failure) -> {
            if (answer instanceof Proposal.Committed committed) {
                seen.add(name);
                expect(machine.state().contains(entry(committed.position(), name)), name + " answered undelivered");
            }
        }));
    }

    private void read(Replica replica) {
        Set<String> before = Set.copyOf(seen);
        RecordingStateMachine machine = replica.machine;
        var _ = replica.log.readBarrier().whenComplete((passed, failure) -> {
            if (failure == null) {
                expect(names(machine.state()).containsAll(before), "a read on " + replica.number + " was stale");
            } else {
                sights.add("a barrier refused");
            }
        });
    }

    private void forget(Replica replica) {
        List<DeliveredEntry> state = replica.machine.state();
        if (!state.isEmpty()) {
            replica.log.forgetThrough(state.get(random.nextInt(state.size())).position());
        }
    }

    private void restart(Replica replica) {
        if (random.nextBoolean()) {
            replica.log.crash();
        } else {
            replica.log.close();
        }
        List<DeliveredEntry> state = replica.machine.state();
        int kept = random.nextInt(state.size() + 1);
        LogPosition through =
                kept == 0 ? LogPosition.START : state.get(kept - 1).position();
        replica.machine = watched(replica.machine.restarted(through));
        replica.log = cluster.open(replica.number, between.apply(replica.machine));
        if (!replica.machine.installs().isEmpty()) {
            sights.add("installed at the start");
        }
    }

    private RecordingStateMachine watched(RecordingStateMachine machine) {
        return machine.onDelivery(entry -> seen.add(entry.text()))
                .installingFrom(through -> cluster.agreed().stream()
                        .filter(entry -> entry.position().compareTo(through) <= 0)
                        .toList());
    }

    private void look() {
        long leaders = replicas.stream()
                .filter(replica -> replica.log.leadership() == Leadership.LEADING)
                .count();
        if (leaders > 1) {
            sights.add("two replicas think they lead");
        }
        for (Replica replica : replicas) {
            List<DeliveredEntry> state = replica.machine.state();
            expect(
                    state.equals(cluster.agreed()
                            .subList(0, Math.min(state.size(), cluster.agreed().size()))),
                    "replica " + replica.number + " differs");
        }
    }

    private void heal() {
        cluster.calmDown();
        cluster.runUntilIdle();
        look();
    }

    private void check() {
        List<DeliveredEntry> agreed = cluster.agreed();
        List<String> order = names(agreed);
        expect(new HashSet<>(order).size() == order.size(), "an entry is in the log twice");
        replicas.forEach(replica -> {
            expect(replica.machine.state().equals(agreed), "replica " + replica.number + " lacks entries at the end");
            if (replica.machine.installs().size() > 1) {
                sights.add("installed between deliveries");
            }
        });
        outcomes.forEach((name, outcome) -> check(name, outcome, order));
        if (!order.equals(order.stream().sorted(this::byNumber).toList())) {
            sights.add("ordered otherwise than proposed");
        }
    }

    private void check(String name, CompletableFuture<Proposal> outcome, List<String> order) {
        boolean isIn = order.contains(name);
        if (!outcome.isDone()) {
            sights.add("nobody told after a crash");
            return;
        }
        switch (outcome.join()) {
            case Proposal.Committed(LogPosition position) ->
                expect(cluster.agreed().contains(entry(position, name)), name + " was committed and is lost");
            case Proposal.Rejected rejected -> {
                sights.add("rejected");
                expect(!isIn, name + " was rejected and is in the log");
            }
            case Proposal.Unknown unknown -> sights.add(isIn ? "unknown, and committed" : "unknown, and lost");
        }
    }

    private int byNumber(String one, String other) {
        return Integer.compare(Integer.parseInt(one.substring(1)), Integer.parseInt(other.substring(1)));
    }

    private void expect(boolean holds, String violation) {
        if (!holds) {
            violations.add(violation);
        }
    }

    private static DeliveredEntry entry(LogPosition position, String name) {
        return new DeliveredEntry(position, ByteBuffer.wrap(name.getBytes(UTF_8)));
    }

    private static List<String> names(List<DeliveredEntry> entries) {
        return entries.stream().map(DeliveredEntry::text).toList();
    }
}
