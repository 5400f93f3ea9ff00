package ballast.virtualmachine;

import ballast.guard.ServiceFailure;
import ballast.types.protocol.v1.Outcome;
import ballast.types.virtualmachine.v1.CallContractResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionResponse;
import java.util.List;

/// Hands answers over and counts the calls off.
final class Answers {
    private final Admission admission;

    Answers(Admission admission) {
        this.admission = admission;
    }

    void give(PendingTransaction transaction, Outcome outcome) {
        admission.release(transaction.bytes().size());
        transaction
                .answer()
                .complete(ProcessTransactionResponse.newBuilder()
                        .setOutcome(outcome)
                        .build());
    }

    void give(PendingRead read, CallContractResponse response) {
        admission.release(read.call().getSerializedSize());
        read.answer().complete(response);
    }

    /// One failure for all, whose trace nobody needs more than once.
    void failTransactions(List<PendingTransaction> transactions, ServiceFailure.Kind kind, String message) {
        if (!transactions.isEmpty()) {
            var failure = new ServiceFailure(kind, message);
            for (var transaction : transactions) {
                admission.release(transaction.bytes().size());
                transaction.answer().completeExceptionally(failure);
            }
        }
    }

    /// A read that is not answered has done nothing.
    void failReads(List<PendingRead> reads, String message) {
        if (!reads.isEmpty()) {
            var failure = new ServiceFailure(ServiceFailure.Kind.UNAVAILABLE, message);
            for (var read : reads) {
                admission.release(read.call().getSerializedSize());
                read.answer().completeExceptionally(failure);
            }
        }
    }
}
