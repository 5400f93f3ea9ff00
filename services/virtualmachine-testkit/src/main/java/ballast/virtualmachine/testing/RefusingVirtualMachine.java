package ballast.virtualmachine.testing;

import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.Refusal;
import ballast.types.protocol.v1.RefusalReason;
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
    public CompletionStage<ProcessTransactionsResponse> processTransactions(ProcessTransactionsRequest request) {
        var response = ProcessTransactionsResponse.newBuilder();
        for (int count = request.getTransactionsCount(); count > 0; count--) {
            response.addOutcomes(Outcome.newBuilder()
                    .setPosition(1)
                    .setRefused(refusal)
                    .build()
                    .toByteString());
        }
        return CompletableFuture.completedFuture(response.build());
    }

    @Override
    public CompletionStage<DryRunResponse> dryRun(DryRunRequest request) {
        return CompletableFuture.completedFuture(DryRunResponse.newBuilder()
                .setOutcome(Outcome.newBuilder().setPosition(1).setRefused(refusal))
                .setPosition(1)
                .build());
    }

    @Override
    public CompletionStage<FindTransactionResponse> findTransaction(FindTransactionRequest request) {
        return CompletableFuture.completedFuture(
                FindTransactionResponse.newBuilder().setPosition(1).build());
    }

    @Override
    public CompletionStage<ReadAccountsResponse> readAccounts(ReadAccountsRequest request) {
        return CompletableFuture.completedFuture(
                ReadAccountsResponse.newBuilder().setPosition(1).build());
    }

    @Override
    public CompletionStage<ReadPositionResponse> readPosition(ReadPositionRequest request) {
        return CompletableFuture.completedFuture(
                ReadPositionResponse.newBuilder().setPosition(1).build());
    }
}
