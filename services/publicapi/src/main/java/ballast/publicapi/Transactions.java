package ballast.publicapi;

import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.Transaction;
import ballast.types.publicapi.v1.DryRunResponse;
import ballast.types.publicapi.v1.GetTransactionRequest;
import ballast.types.publicapi.v1.GetTransactionResponse;
import ballast.types.publicapi.v1.TransactBatchRequest;
import ballast.types.publicapi.v1.TransactBatchResponse;
import ballast.types.publicapi.v1.TransactRequest;
import ballast.types.publicapi.v1.TransactResponse;
import ballast.types.virtualmachine.v1.DryRunRequest;
import ballast.types.virtualmachine.v1.FindTransactionRequest;
import ballast.types.virtualmachine.v1.FindTransactionResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionRequest;
import ballast.types.virtualmachine.v1.ProcessTransactionsRequest;
import ballast.types.virtualmachine.v1.ProcessTransactionsResponse;
import ballast.types.virtualmachine.v1.VirtualMachine;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.concurrent.CompletionStage;

/// Transactions on their way to the virtual machine. Every method throws [InvalidArgumentException] before anything was
/// done.
final class Transactions {
    static final int BATCH_MAX = 8_190;

    private final VirtualMachine virtualMachine;

    Transactions(VirtualMachine virtualMachine) {
        this.virtualMachine = virtualMachine;
    }

    CompletionStage<TransactResponse> transact(TransactRequest request) {
        return virtualMachine
                .processTransaction(ProcessTransactionRequest.newBuilder()
                        .setTransaction(checked(request))
                        .build())
                .thenApply(response -> TransactResponse.newBuilder()
                        .setOutcome(response.getOutcome())
                        .build());
    }

    CompletionStage<ProcessTransactionsResponse> transactBatch(ProcessTransactionsRequest request) {
        Arguments.requireKnownFields("request", request);
        TransactionCheck.requireCount("transactions", request.getTransactionsCount(), 1, BATCH_MAX);
        return virtualMachine.processTransactions(request);
    }

    CompletionStage<TransactBatchResponse> transactBatch(TransactBatchRequest request) {
        Arguments.requireKnownFields("request", request);
        TransactionCheck.requireCount("transactions", request.getTransactionsCount(), 1, BATCH_MAX);
        for (int place = 0; place < request.getTransactionsCount(); place++) {
            try {
                TransactionCheck.require(request.getTransactions(place));
            } catch (InvalidArgumentException e) {
                throw e.inside("transactions[%d]".formatted(place));
            }
        }
        return virtualMachine
                .processTransactions(ProcessTransactionsRequest.newBuilder()
                        .addAllTransactions(request.getTransactionsList().stream()
                                .map(Transaction::toByteString)
                                .toList())
                        .build())
                .thenApply(response -> {
                    if (response.getOutcomesCount() != request.getTransactionsCount()) {
                        throw new IllegalStateException("virtual machine: %d transactions and %d outcomes"
                                .formatted(request.getTransactionsCount(), response.getOutcomesCount()));
                    }
                    return TransactBatchResponse.newBuilder()
                            .addAllOutcomes(response.getOutcomesList().stream()
                                    .map(Transactions::outcome)
                                    .toList())
                            .build();
                });
    }

    CompletionStage<DryRunResponse> dryRun(TransactRequest request) {
        return virtualMachine
                .dryRun(DryRunRequest.newBuilder()
                        .setTransaction(checked(request))
                        .build())
                .thenApply(response -> DryRunResponse.newBuilder()
                        .setOutcome(response.getOutcome())
                        .setPosition(response.getPosition())
                        .build());
    }

    CompletionStage<GetTransactionResponse> find(GetTransactionRequest request) {
        Arguments.requireKnownFields("request", request);
        Arguments.requireId("id", request.getId());
        ReadCheck.require(request.getConsistency());
        return virtualMachine
                .findTransaction(FindTransactionRequest.newBuilder()
                        .setId(request.getId())
                        .setConsistency(request.getConsistency())
                        .build())
                .thenApply(Transactions::found);
    }

    private static GetTransactionResponse found(FindTransactionResponse answer) {
        if (!answer.hasFound()) {
            throw new TransactionNotFoundException();
        }
        return GetTransactionResponse.newBuilder()
                .setPosition(answer.getPosition())
                .setTransaction(answer.getFound())
                .setReversedBy(answer.getReversedBy())
                .build();
    }

    private static Transaction checked(TransactRequest request) {
        Arguments.requireKnownFields("request", request);
        TransactionCheck.require(request.getTransaction());
        return request.getTransaction();
    }

    private static Outcome outcome(ByteString serialized) {
        try {
            return Outcome.parseFrom(serialized);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("virtual machine: an outcome does not decode", e);
        }
    }
}
