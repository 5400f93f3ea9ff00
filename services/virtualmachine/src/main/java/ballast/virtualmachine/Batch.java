package ballast.virtualmachine;

import ballast.guard.ServiceFailure;
import ballast.types.virtualmachine.v1.ProcessTransactionsResponse;
import com.google.protobuf.UnsafeByteOperations;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Somebody who called with many transactions and is answered when the last of them is decided.
///
/// If one of them is not decided, neither is the call: its failure then says no more than is true of all of them.
final class Batch {
    private final byte[][] outcomes;
    private final CompletableFuture<ProcessTransactionsResponse> answer = new CompletableFuture<>();
    private int undecided;
    private boolean isAnyDone;
    private Optional<ServiceFailure> failure = Optional.empty();

    /// @param size at least 1
    Batch(int size) {
        this.outcomes = new byte[size][];
        this.undecided = size;
    }

    CompletableFuture<ProcessTransactionsResponse> answer() {
        return answer;
    }

    /// Where the outcome of one of the transactions goes.
    Recipient recipient(int index) {
        return new Place(index);
    }

    /// An outcome of a transaction that has no place in any order.
    void refuse(int index, byte[] outcome) {
        outcomes[index] = outcome;
        decided();
    }

    private final class Place implements Recipient {
        private final int index;

        Place(int index) {
            this.index = index;
        }

        @Override
        public void give(byte[] outcome) {
            isAnyDone = true;
            outcomes[index] = outcome;
            decided();
        }

        @Override
        public void fail(ServiceFailure why) {
            isAnyDone |= why.kind() == ServiceFailure.Kind.OUTCOME_UNKNOWN;
            failure = Optional.of(failure.orElse(why));
            decided();
        }
    }

    private void decided() {
        undecided--;
        if (undecided == 0) {
            failure.ifPresentOrElse(why -> answer.completeExceptionally(failure(why)), this::complete);
        }
    }

    private ServiceFailure failure(ServiceFailure why) {
        return isAnyDone && why.kind() != ServiceFailure.Kind.OUTCOME_UNKNOWN
                ? new ServiceFailure(
                        ServiceFailure.Kind.OUTCOME_UNKNOWN, "part of a batch was not done: " + why.getMessage())
                : why;
    }

    private void complete() {
        var response = ProcessTransactionsResponse.newBuilder();
        for (var outcome : outcomes) {
            response.addOutcomes(UnsafeByteOperations.unsafeWrap(outcome));
        }
        answer.complete(response.build());
    }
}
