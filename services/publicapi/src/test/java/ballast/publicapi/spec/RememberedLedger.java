package ballast.publicapi.spec;

import ballast.history.testing.InMemoryHistory;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.RecordedTransaction;
import ballast.types.protocol.v1.Transaction;
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
import ballast.virtualmachine.testing.FakeVirtualMachine;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.concurrent.CompletionStage;

/// A virtual machine whose transactions a history learns as soon as they are done. Thread-safe.
final class RememberedLedger implements VirtualMachine {
    private final FakeVirtualMachine machine = new FakeVirtualMachine();
    private final InMemoryHistory history = new InMemoryHistory();

    InMemoryHistory history() {
        return history;
    }

    /// So many transfers more, each with an id of its own.
    void transact(int count) {
        for (int number = 0; number < count; number++) {
            processTransaction(ProcessTransactionRequest.newBuilder()
                    .setTransaction(LedgerMessages.transfer(history.position() + 1, "a", "b", 1))
                    .build());
        }
    }

    @Override
    public synchronized CompletionStage<ProcessTransactionResponse> processTransaction(
            ProcessTransactionRequest request) {
        return machine.processTransaction(request).thenApply(response -> {
            remember(request.getTransaction(), response.getOutcome());
            return response;
        });
    }

    @Override
    public synchronized CompletionStage<ProcessTransactionsResponse> processTransactions(
            ProcessTransactionsRequest request) {
        return machine.processTransactions(request).thenApply(response -> {
            for (int place = 0; place < request.getTransactionsCount(); place++) {
                try {
                    remember(
                            Transaction.parseFrom(request.getTransactions(place)),
                            Outcome.parseFrom(response.getOutcomes(place)));
                } catch (InvalidProtocolBufferException e) {
                    throw new AssertionError(e);
                }
            }
            return response;
        });
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

    /// A repeat has its place already.
    private void remember(Transaction transaction, Outcome outcome) {
        if (outcome.getPosition() == history.position() + 1) {
            history.add(RecordedTransaction.newBuilder()
                    .setTransaction(transaction)
                    .setOutcome(outcome)
                    .build());
        }
    }
}
