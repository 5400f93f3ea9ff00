package ballast.virtualmachine;

import ballast.guard.ServiceFailure;
import ballast.types.virtualmachine.v1.ProcessTransactionResponse;
import java.util.concurrent.CompletableFuture;

/// Somebody who called with one transaction.
record SingleRecipient(CompletableFuture<ProcessTransactionResponse> answer) implements Recipient {
    @Override
    public void give(byte[] outcome) {
        answer.complete(ProcessTransactionResponse.newBuilder()
                .setOutcome(OutcomeReader.outcome(outcome))
                .build());
    }

    @Override
    public void fail(ServiceFailure failure) {
        answer.completeExceptionally(failure);
    }
}
