package ballast.virtualmachine.testing;

import ballast.guard.ServiceFailure;
import ballast.types.virtualmachine.v1.CallContractRequest;
import ballast.types.virtualmachine.v1.CallContractResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionRequest;
import ballast.types.virtualmachine.v1.ProcessTransactionResponse;
import ballast.types.virtualmachine.v1.VirtualMachine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Fails every call in one given way.
public final class FailingVirtualMachine implements VirtualMachine {
    private final ServiceFailure.Kind kind;

    public FailingVirtualMachine(ServiceFailure.Kind kind) {
        this.kind = kind;
    }

    @Override
    public CompletionStage<ProcessTransactionResponse> processTransaction(ProcessTransactionRequest request) {
        return CompletableFuture.failedFuture(failure());
    }

    @Override
    public CompletionStage<CallContractResponse> callContract(CallContractRequest request) {
        return CompletableFuture.failedFuture(failure());
    }

    private ServiceFailure failure() {
        return new ServiceFailure(kind, "virtual machine: fails with %s on purpose".formatted(kind));
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
