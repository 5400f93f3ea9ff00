package ballast.publicapi.spec;

import ballast.types.virtualmachine.v1.CallContractRequest;
import ballast.types.virtualmachine.v1.CallContractResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionRequest;
import ballast.types.virtualmachine.v1.ProcessTransactionResponse;
import ballast.types.virtualmachine.v1.VirtualMachine;
import ballast.virtualmachine.testing.FakeVirtualMachine;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/// Passes calls on to another one, which the test exchanges while the server runs, and counts them. Thread-safe.
final class SwitchedVirtualMachine implements VirtualMachine {
    private final AtomicInteger calls = new AtomicInteger();
    private volatile VirtualMachine behind = new FakeVirtualMachine();

    /// From now on, this one answers.
    void switchTo(VirtualMachine other) {
        behind = other;
        calls.set(0);
    }

    /// Calls since the last switch.
    int calls() {
        return calls.get();
    }

    @Override
    public CompletionStage<ProcessTransactionResponse> processTransaction(ProcessTransactionRequest request) {
        calls.incrementAndGet();
        return behind.processTransaction(request);
    }

    @Override
    public CompletionStage<CallContractResponse> callContract(CallContractRequest request) {
        calls.incrementAndGet();
        return behind.callContract(request);
    }

    @Override
    public java.util.concurrent.CompletionStage<ballast.types.virtualmachine.v1.ProcessTransactionsResponse>
            processTransactions(ballast.types.virtualmachine.v1.ProcessTransactionsRequest request) {
        throw new UnsupportedOperationException("ProcessTransactions");
    }

    @Override
    public java.util.concurrent.CompletionStage<ballast.types.virtualmachine.v1.DryRunResponse> dryRun(
            ballast.types.virtualmachine.v1.DryRunRequest request) {
        throw new UnsupportedOperationException("DryRun");
    }

    @Override
    public java.util.concurrent.CompletionStage<ballast.types.virtualmachine.v1.FindTransactionResponse>
            findTransaction(ballast.types.virtualmachine.v1.FindTransactionRequest request) {
        throw new UnsupportedOperationException("FindTransaction");
    }

    @Override
    public java.util.concurrent.CompletionStage<ballast.types.virtualmachine.v1.ReadAccountsResponse> readAccounts(
            ballast.types.virtualmachine.v1.ReadAccountsRequest request) {
        throw new UnsupportedOperationException("ReadAccounts");
    }

    @Override
    public java.util.concurrent.CompletionStage<ballast.types.virtualmachine.v1.ReadPositionResponse> readPosition(
            ballast.types.virtualmachine.v1.ReadPositionRequest request) {
        throw new UnsupportedOperationException("ReadPosition");
    }
}
