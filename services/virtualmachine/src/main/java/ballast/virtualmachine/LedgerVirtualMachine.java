package ballast.virtualmachine;

import ballast.consensus.Leadership;
import ballast.consensus.LogPosition;
import ballast.consensus.ReplicatedLog;
import ballast.consensus.ReplicatedStateMachine;
import ballast.types.virtualmachine.v1.CallContractRequest;
import ballast.types.virtualmachine.v1.CallContractResponse;
import ballast.types.virtualmachine.v1.DryRunRequest;
import ballast.types.virtualmachine.v1.DryRunResponse;
import ballast.types.virtualmachine.v1.FindTransactionRequest;
import ballast.types.virtualmachine.v1.FindTransactionResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionRequest;
import ballast.types.virtualmachine.v1.ProcessTransactionResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionsRequest;
import ballast.types.virtualmachine.v1.ProcessTransactionsResponse;
import ballast.types.virtualmachine.v1.ReadAccountsRequest;
import ballast.types.virtualmachine.v1.ReadAccountsResponse;
import ballast.types.virtualmachine.v1.ReadPositionRequest;
import ballast.types.virtualmachine.v1.ReadPositionResponse;
import ballast.types.virtualmachine.v1.VirtualMachine;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// The virtual machine of the ledger, on a thread of its own. `@ThreadSafe`
///
/// Its life: it is opened and recovers from the state and the journal; the log is opened with it and redelivers
/// what came after; [#start] gives it the log, and it takes calls; [#close] ends it, before the log.
///
/// No call ever blocks. A stage ends with a [ballast.guard.ServiceFailure]: `OVERLOADED` and `UNAVAILABLE` say
/// that nothing was done, `OUTCOME_UNKNOWN` that it may have been or may yet be. Stages complete on the
/// machine's thread; a completion must not block.
///
/// Whatever keeps a committed block from being executed ends the machine, and through [Surroundings#fatal] the
/// process: a failed state storage, journal, checkpoint or log, a broken invariant. Nothing is retried, because
/// after a failed write nobody knows what is on disk; the next start reads it.
public final class LedgerVirtualMachine implements VirtualMachine, ReplicatedStateMachine, AutoCloseable {
    private final SteppedVirtualMachine machine;
    private final Duration endMax;
    private final Consumer<Throwable> fatal;
    private final ExecutorService background;
    private final Thread thread;

    private LedgerVirtualMachine(
            SteppedVirtualMachine machine,
            VirtualMachineOptions.Patience patience,
            Consumer<Throwable> fatal,
            ExecutorService background) {
        this.machine = machine;
        this.endMax = Duration.ofMillis(patience.closeMillis()).plusMillis(patience.storageMillis());
        this.fatal = fatal;
        this.background = background;
        this.thread = Thread.ofPlatform().name("virtual-machine").unstarted(this::run);
    }

    /// Recovers, and begins to execute what the log will deliver.
    ///
    /// @param proposer drawn at random for this run: no other run of any replica may have it
    /// @throws VirtualMachineException if the state cannot be read, or the journal ends before it
    /// @throws ballast.guard.InvariantViolation if the state is not one that a machine wrote
    public static LedgerVirtualMachine open(VirtualMachineOptions options, long proposer, Surroundings surroundings) {
        var state = new StateAccess(surroundings.state(), options.patience().storageMillis(), proposer);
        var background = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("virtual-machine-journal").factory());
        var outside = new Outside(
                state, History.of(surroundings.journal()), surroundings.clock(), background, surroundings.failPoints());
        var opened = new LedgerVirtualMachine(
                new SteppedVirtualMachine(options, proposer, outside),
                options.patience(),
                surroundings.fatal(),
                background);
        opened.thread.start();
        return opened;
    }

    /// Takes calls from now on, as far as the log lets this replica lead.
    public void start(ReplicatedLog log) {
        machine.start(log);
    }

    /// How the machine is doing.
    public VirtualMachineStatus status() {
        return machine.status();
    }

    @Override
    public CompletionStage<ProcessTransactionResponse> processTransaction(ProcessTransactionRequest request) {
        return machine.processTransaction(request);
    }

    @Override
    public CompletionStage<ProcessTransactionsResponse> processTransactions(ProcessTransactionsRequest request) {
        return machine.processTransactions(request);
    }

    @Override
    public CompletionStage<DryRunResponse> dryRun(DryRunRequest request) {
        return machine.dryRun(request);
    }

    @Override
    public CompletionStage<FindTransactionResponse> findTransaction(FindTransactionRequest request) {
        return machine.findTransaction(request);
    }

    @Override
    public CompletionStage<ReadAccountsResponse> readAccounts(ReadAccountsRequest request) {
        return machine.readAccounts(request);
    }

    @Override
    public CompletionStage<ReadPositionResponse> readPosition(ReadPositionRequest request) {
        return machine.readPosition(request);
    }

    @Override
    public CompletionStage<CallContractResponse> callContract(CallContractRequest request) {
        return machine.callContract(request);
    }

    @Override
    public LogPosition recovered() {
        return machine.recovered();
    }

    @Override
    public void install(LogPosition through) {
        throw machine.cannotInstall(through);
    }

    @Override
    public void deliver(LogPosition position, ByteBuffer entry) {
        machine.deliver(position, entry);
    }

    @Override
    public void leadershipChanged(Leadership leadership) {
        machine.leadershipChanged(leadership);
    }

    @Override
    public void logFailed(Throwable cause) {
        machine.logFailed(cause);
    }

    /// Takes no more calls, waits for those under way as long as patience allows, takes a checkpoint and ends
    /// the thread. Whoever is not answered by then hears `OUTCOME_UNKNOWN` or `UNAVAILABLE`. A second call does
    /// nothing more.
    @Override
    public void close() {
        machine.beginClosing();
        try {
            thread.join(endMax);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        background.shutdown();
    }

    private void run() {
        try {
            while (!machine.isOver()) {
                if (!machine.turn()) {
                    machine.await();
                }
            }
            machine.finish();
        } catch (InterruptedException | RuntimeException | Error e) {
            machine.fail(e);
            fatal.accept(e);
        }
    }
}
