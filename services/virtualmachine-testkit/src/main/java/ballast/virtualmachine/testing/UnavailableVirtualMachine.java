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
import java.util.concurrent.CompletionStage;

/// Takes no calls, as one that does not lead or is closing.
public final class UnavailableVirtualMachine implements VirtualMachine {
    private final VirtualMachine failing = new FailingVirtualMachine(ServiceFailure.Kind.UNAVAILABLE);

    @Override
    public CompletionStage<ProcessTransactionResponse> processTransaction(ProcessTransactionRequest request) {
        return failing.processTransaction(request);
    }

    @Override
    public CompletionStage<CallContractResponse> callContract(CallContractRequest request) {
        return failing.callContract(request);
    }

    @Override
    public CompletionStage<ProcessTransactionsResponse> processTransactions(ProcessTransactionsRequest request) {
        return failing.processTransactions(request);
    }

    @Override
    public CompletionStage<DryRunResponse> dryRun(DryRunRequest request) {
        return failing.dryRun(request);
    }

    @Override
    public CompletionStage<FindTransactionResponse> findTransaction(FindTransactionRequest request) {
        return failing.findTransaction(request);
    }

    @Override
    public CompletionStage<ReadAccountsResponse> readAccounts(ReadAccountsRequest request) {
        return failing.readAccounts(request);
    }

    @Override
    public CompletionStage<ReadPositionResponse> readPosition(ReadPositionRequest request) {
        return failing.readPosition(request);
    }
}
