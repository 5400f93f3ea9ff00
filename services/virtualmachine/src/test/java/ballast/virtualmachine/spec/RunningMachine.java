package ballast.virtualmachine.spec;

import ballast.consensus.testing.SimulatedCluster;
import ballast.consensus.testing.SimulatedReplicatedLog;
import ballast.guard.FailPoints;
import ballast.journal.Journal;
import ballast.journal.JournalOptions;
import ballast.types.statestorage.v1.StateStorage;
import ballast.virtualmachine.LedgerVirtualMachine;
import ballast.virtualmachine.Surroundings;
import ballast.virtualmachine.VirtualMachineOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/// A machine on threads of its own, with a journal in a folder and a simulated log of one replica.
final class RunningMachine implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicLong PROPOSERS = new AtomicLong();

    private final Journal journal;
    private final LedgerVirtualMachine machine;
    private final SimulatedReplicatedLog log;
    private final ExecutorService logThread;
    private final List<Throwable> failures;

    private RunningMachine(
            Journal journal,
            LedgerVirtualMachine machine,
            SimulatedReplicatedLog log,
            ExecutorService logThread,
            List<Throwable> failures) {
        this.journal = journal;
        this.machine = machine;
        this.log = log;
        this.logThread = logThread;
        this.failures = failures;
    }

    /// With time for a machine that stands still now and then: no answer is then a fault.
    static VirtualMachineOptions patient() {
        long millis = PATIENCE.toMillis();
        return VirtualMachineOptions.defaults().with(new VirtualMachineOptions.Patience(millis, millis, millis));
    }

    static RunningMachine calm(Path folder, StateStorage state) {
        return calmOn(SimulatedCluster.calm(1), folder, state);
    }

    static RunningMachine calmOn(SimulatedCluster cluster, Path folder, StateStorage state) {
        return open(folder, state, cluster, patient(), FailPoints.disarmed());
    }

    static RunningMachine open(
            Path folder,
            StateStorage state,
            SimulatedCluster cluster,
            VirtualMachineOptions options,
            FailPoints failPoints) {
        var failures = Collections.synchronizedList(new ArrayList<Throwable>());
        var journal = Journal.open(folder.resolve("journal"), JournalOptions.defaults(), FailPoints.disarmed());
        var surroundings = new Surroundings(state, journal, InstantSource.system(), failPoints, failures::add);
        var machine = LedgerVirtualMachine.open(options, PROPOSERS.incrementAndGet(), surroundings);
        var logThread = Executors.newSingleThreadExecutor();
        var log = cluster.drivenBy(logThread).open(0, machine);
        machine.start(log);
        var running = new RunningMachine(journal, machine, log, logThread, failures);
        await(() -> machine.status().ready());
        return running;
    }

    LedgerVirtualMachine machine() {
        return machine;
    }

    SimulatedReplicatedLog log() {
        return log;
    }

    /// What the machine could not live with, oldest first.
    List<Throwable> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        machine.close();
        log.close();
        logThread.close();
        journal.close();
    }

    /// Spins until something holds that another thread brings about.
    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not happen in " + PATIENCE);
            }
            Thread.onSpinWait();
        }
    }
}
