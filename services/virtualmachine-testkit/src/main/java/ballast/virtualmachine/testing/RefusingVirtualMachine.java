package ballast.virtualmachine.testing;

import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.Refusal;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.virtualmachine.v1.CallContractRequest;
import ballast.types.virtualmachine.v1.CallContractResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionRequest;
import ballast.types.virtualmachine.v1.ProcessTransactionResponse;
import ballast.types.virtualmachine.v1.VirtualMachine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Refuses every call for one given reason, at position 1.
public final class RefusingVirtualMachine implements VirtualMachine {
    private final Refusal refusal;

    public RefusingVirtualMachine(RefusalReason reason) {
        refusal = Refusal.newBuilder().setReason(reason).build();
    }

    @Override
    public CompletionStage<ProcessTransactionResponse> processTransaction(ProcessTransactionRequest request) {
        var outcome = Outcome.newBuilder().setPosition(1).setRefused(refusal);
        return CompletableFuture.completedFuture(
                ProcessTransactionResponse.newBuilder().setOutcome(outcome).build());
    }

    @Override
    public CompletionStage<CallContractResponse> callContract(CallContractRequest request) {
        return CompletableFuture.completedFuture(CallContractResponse.newBuilder()
                .setPosition(1)
                .setRefused(refusal)
                .build());
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
