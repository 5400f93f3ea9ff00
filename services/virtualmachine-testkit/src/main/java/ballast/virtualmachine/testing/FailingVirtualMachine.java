package ballast.virtualmachine.testing;

import ballast.guard.ServiceFailure;
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
    public CompletionStage<ProcessTransactionsResponse> processTransactions(ProcessTransactionsRequest request) {
        return CompletableFuture.failedFuture(failure());
    }

    @Override
    public CompletionStage<DryRunResponse> dryRun(DryRunRequest request) {
        return CompletableFuture.failedFuture(failure());
    }

    @Override
    public CompletionStage<FindTransactionResponse> findTransaction(FindTransactionRequest request) {
        return CompletableFuture.failedFuture(failure());
    }

    @Override
    public CompletionStage<ReadAccountsResponse> readAccounts(ReadAccountsRequest request) {
        return CompletableFuture.failedFuture(failure());
    }

    @Override
    public CompletionStage<ReadPositionResponse> readPosition(ReadPositionRequest request) {
        return CompletableFuture.failedFuture(failure());
    }
}
