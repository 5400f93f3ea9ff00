package ballast.virtualmachine.testing;

import ballast.guard.ServiceFailure;
import ballast.types.virtualmachine.v1.CallContractRequest;
import ballast.types.virtualmachine.v1.CallContractResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionRequest;
import ballast.types.virtualmachine.v1.ProcessTransactionResponse;
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
