package ballast.virtualmachine;

import ballast.guard.ServiceFailure;
import java.util.List;

/// Hands answers over and counts the calls off.
final class Answers {
    private final Admission admission;

    Answers(Admission admission) {
        this.admission = admission;
    }

    /// @param outcome as [ExecutedBlock#outcomes] has it
    void give(PendingTransaction transaction, byte[] outcome) {
        admission.release(transaction.bytes().size());
        if (outcome.length == 0) {
            transaction
                    .recipient()
                    .fail(new ServiceFailure(
                            ServiceFailure.Kind.OVERLOADED, "virtual machine: its block had decided too much already"));
        } else {
            transaction.recipient().give(outcome);
        }
    }

    <T> void give(PendingRead<T> read, T response) {
        admission.release(read.bytes());
        read.answer().complete(response);
    }

    /// One failure for all, whose trace nobody needs more than once.
    void failTransactions(List<PendingTransaction> transactions, ServiceFailure.Kind kind, String message) {
        if (!transactions.isEmpty()) {
            var failure = new ServiceFailure(kind, message);
            for (var transaction : transactions) {
                admission.release(transaction.bytes().size());
                transaction.recipient().fail(failure);
            }
        }
    }

    /// A read that is not answered has done nothing.
    void failReads(List<PendingRead<?>> reads, String message) {
        if (!reads.isEmpty()) {
            var failure = new ServiceFailure(ServiceFailure.Kind.UNAVAILABLE, message);
            for (var read : reads) {
                admission.release(read.bytes());
                read.answer().completeExceptionally(failure);
            }
        }
    }
}
