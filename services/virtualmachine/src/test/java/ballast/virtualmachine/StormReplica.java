package ballast.virtualmachine;

import ballast.consensus.testing.SimulatedCluster;
import ballast.consensus.testing.SimulatedReplicatedLog;
import ballast.guard.FailPoint;
import ballast.statestorage.testing.CheckpointingStateStorage;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;

/// One machine in a storm: it crashes at any step, loses power with what was not forced, and comes back.
final class StormReplica {
    /// A crash that a fail point brings about.
    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final int number;
    private final SimulatedCluster cluster;
    private final VirtualMachineOptions options;
    private final ManualClock clock;
    private final Random random;
    private final CheckpointingStateStorage state = new CheckpointingStateStorage();
    private final MemoryHistory history = new MemoryHistory();
    private final Queue<Runnable> background = new ArrayDeque<>();
    private Optional<Running> running = Optional.empty();
    private double crashChance;

    private record Running(SteppedVirtualMachine machine, SimulatedReplicatedLog log) {}

    StormReplica(
            int number, SimulatedCluster cluster, VirtualMachineOptions options, ManualClock clock, Random random) {
        this.number = number;
        this.cluster = cluster;
        this.options = options;
        this.clock = clock;
        this.random = random;
    }

    void crashSometimes(double chance) {
        crashChance = chance;
    }

    /// Starts it unless it runs.
    void start() {
        if (running.isEmpty()) {
            var outside = new Outside(
                    new StateAccess(state, 10_000, random.nextLong()), history, clock, background::add, this::passed);
            var machine = new SteppedVirtualMachine(options, random.nextLong(), outside);
            var log = cluster.open(number, machine);
            machine.start(log);
            running = Optional.of(new Running(machine, log));
        }
    }

    /// One turn, or one thing in the background.
    void step() {
        if (running.isPresent()) {
            try {
                if (!background.isEmpty() && random.nextBoolean()) {
                    background.remove().run();
                } else {
                    running.get().machine().turn();
                }
            } catch (Crash crash) {
                crash();
            }
        }
    }

    /// Ends as a killed process does, or as one whose machine lost its power.
    void crash() {
        if (running.isPresent()) {
            running.get().log().crash();
            running = Optional.empty();
            background.clear();
            state.crash();
            if (random.nextBoolean()) {
                history.losePower(random.nextLong(history.forcedHeight(), history.height() + 1));
            }
        }
    }

    /// Ends in order, as far as it can in the midst of a storm.
    void close() {
        if (running.isPresent()) {
            try {
                running.get().machine().beginClosing();
                running.get().machine().finish();
                running.get().log().close();
                running = Optional.empty();
                background.clear();
                state.crash();
            } catch (Crash crash) {
                crash();
            }
        }
    }

    Optional<SteppedVirtualMachine> machine() {
        return running.map(Running::machine);
    }

    MemoryHistory history() {
        return history;
    }

    /// Turns until there is nothing left to do; whether there was anything.
    boolean settle() {
        boolean worked = !background.isEmpty();
        while (!background.isEmpty()) {
            background.remove().run();
        }
        var machine = machine().orElseThrow();
        while (machine.turn()) {
            worked = true;
        }
        return worked;
    }

    private void passed(FailPoint point) {
        if (random.nextDouble() < crashChance) {
            throw new Crash();
        }
    }
}
