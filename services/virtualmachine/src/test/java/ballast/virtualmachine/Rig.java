package ballast.virtualmachine;

import static ballast.virtualmachine.testing.Messages.id;
import static ballast.virtualmachine.testing.Messages.transaction;

import ballast.guard.FailPoint;
import ballast.guard.FailPoints;
import ballast.statestorage.testing.CheckpointingStateStorage;
import ballast.types.ledger.v1.Leg;
import ballast.types.protocol.v1.Outcome;
import ballast.types.statestorage.v1.StateStorage;
import ballast.types.virtualmachine.v1.CallContractResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionResponse;
import ballast.virtualmachine.testing.Messages;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/// A machine without threads on a scripted log: the test takes every turn itself.
final class Rig {
    final ManualClock clock = new ManualClock();
    final ScriptedLog log = new ScriptedLog();
    final List<FailPoint> passed = new ArrayList<>();
    /// What the machine wants done in the background.
    final Queue<Runnable> background = new ArrayDeque<>();

    final MemoryHistory history = new MemoryHistory();
    final CheckpointingStateStorage state = new CheckpointingStateStorage();
    final VirtualMachineOptions options;
    final SteppedVirtualMachine machine;

    private static final long STORAGE_MILLIS = 20;

    Rig(VirtualMachineOptions options) {
        this.options = options;
        this.machine = machine(state, history, passed::add);
        machine.start(log);
    }

    Rig() {
        this(VirtualMachineOptions.defaults());
    }

    /// Another machine in the same surroundings but for these.
    SteppedVirtualMachine machine(StateStorage otherState, History otherHistory, FailPoints failPoints) {
        var access = new StateAccess(otherState, STORAGE_MILLIS, 1);
        return new SteppedVirtualMachine(
                options, 7, new Outside(access, otherHistory, clock, background::add, failPoints));
    }

    CompletableFuture<ProcessTransactionResponse> transfer(long number) {
        return process(number, Messages.transfer("user1", "user2", 1));
    }

    /// A transfer whose answer the test does not look at.
    void submit(long number) {
        if (transfer(number).isCompletedExceptionally()) {
            throw new AssertionError("transfer %d was turned away".formatted(number));
        }
    }

    CompletableFuture<ProcessTransactionResponse> process(long number, Leg... legs) {
        return machine.processTransaction(Messages.request(transaction(id(number), legs)))
                .toCompletableFuture();
    }

    CompletableFuture<CallContractResponse> read(String account) {
        return machine.callContract(Messages.request(Messages.balanceOf(account)))
                .toCompletableFuture();
    }

    /// Takes turns until there is nothing to do without the log.
    void run() {
        int turns = 0;
        while (machine.turn()) {
            turns++;
            if (turns > 1_000) {
                throw new AssertionError("the machine does not come to rest");
            }
        }
    }

    /// Takes turns and commits everything proposed, until nothing is left.
    void settle() {
        run();
        for (int offer = 0; offer < log.offers().size(); offer++) {
            if (!log.offers().get(offer).answer().isDone()) {
                log.commit(machine, offer);
                run();
            }
        }
    }

    /// Does what the machine wants done in the background.
    void runBackground() {
        for (var task = background.poll(); task != null; task = background.poll()) {
            task.run();
        }
        run();
    }

    static Outcome outcome(CompletableFuture<ProcessTransactionResponse> answer) {
        return answer.getNow(ProcessTransactionResponse.getDefaultInstance()).getOutcome();
    }
}
