package ballast.virtualmachine.testing;

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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Keeps every call to itself until the test says that it may answer, and does nothing with it before.
/// Thread-safe.
public final class LateVirtualMachine implements VirtualMachine {
    private final VirtualMachine punctual;
    private final List<Runnable> kept = new ArrayList<>();

    /// Passes the calls on to another one when their time has come.
    public LateVirtualMachine(VirtualMachine punctual) {
        this.punctual = punctual;
    }

    @Override
    public CompletionStage<ProcessTransactionResponse> processTransaction(ProcessTransactionRequest request) {
        var late = new CompletableFuture<ProcessTransactionResponse>();
        keep(() -> pass(punctual.processTransaction(request), late));
        return late;
    }

    @Override
    public CompletionStage<CallContractResponse> callContract(CallContractRequest request) {
        var late = new CompletableFuture<CallContractResponse>();
        keep(() -> pass(punctual.callContract(request), late));
        return late;
    }

    /// How many calls wait for their answer.
    public synchronized int waiting() {
        return kept.size();
    }

    /// Answers everything that waits, in the order in which it came, on the calling thread.
    public void answerAll() {
        List<Runnable> due;
        synchronized (this) {
            due = List.copyOf(kept);
            kept.clear();
        }
        due.forEach(Runnable::run);
    }

    private synchronized void keep(Runnable call) {
        kept.add(call);
    }

    private static <T> void pass(CompletionStage<T> answer, CompletableFuture<T> late) {
        answer.whenComplete((value, failure) -> {
            if (failure == null) {
                late.complete(value);
            } else {
                late.completeExceptionally(failure);
            }
        });
    }

    @Override
    public CompletionStage<ProcessTransactionsResponse> processTransactions(ProcessTransactionsRequest request) {
        var late = new CompletableFuture<ProcessTransactionsResponse>();
        keep(() -> pass(punctual.processTransactions(request), late));
        return late;
    }

    @Override
    public CompletionStage<DryRunResponse> dryRun(DryRunRequest request) {
        var late = new CompletableFuture<DryRunResponse>();
        keep(() -> pass(punctual.dryRun(request), late));
        return late;
    }

    @Override
    public CompletionStage<FindTransactionResponse> findTransaction(FindTransactionRequest request) {
        var late = new CompletableFuture<FindTransactionResponse>();
        keep(() -> pass(punctual.findTransaction(request), late));
        return late;
    }

    @Override
    public CompletionStage<ReadAccountsResponse> readAccounts(ReadAccountsRequest request) {
        var late = new CompletableFuture<ReadAccountsResponse>();
        keep(() -> pass(punctual.readAccounts(request), late));
        return late;
    }

    @Override
    public CompletionStage<ReadPositionResponse> readPosition(ReadPositionRequest request) {
        var late = new CompletableFuture<ReadPositionResponse>();
        keep(() -> pass(punctual.readPosition(request), late));
        return late;
    }
}
