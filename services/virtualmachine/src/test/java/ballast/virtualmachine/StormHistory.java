package ballast.virtualmachine;

import ballast.guard.ServiceFailure;
import ballast.types.protocol.v1.ContractCall;
import ballast.types.protocol.v1.Transaction;
import ballast.types.virtualmachine.v1.CallContractResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionResponse;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What callers of a ledger saw, and whether a ledger that works could have shown it to them.
///
/// The check goes by position: the journal says which transaction has which place; a plain model executes them
/// in that order; and every answer has to be the model's at its place, with places that never contradict real
/// time.
final class StormHistory {
    private record Processed(
            Transaction transaction, long knownBefore, CompletableFuture<ProcessTransactionResponse> answer) {}

    private record Asked(ContractCall call, long knownBefore, CompletableFuture<CallContractResponse> answer) {}

    private final List<Processed> processed = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    /// The last position that anybody has been told.
    private long known;

    void process(Transaction transaction, CompletableFuture<ProcessTransactionResponse> answer) {
        processed.add(new Processed(transaction, known, answer.whenComplete((response, failure) -> {
            if (failure == null) {
                learn(response.getOutcome().getPosition());
            }
        })));
    }

    void ask(ContractCall call, CompletableFuture<CallContractResponse> answer) {
        asked.add(new Asked(call, known, answer.whenComplete((response, failure) -> {
            if (failure == null) {
                learn(response.getPosition());
            }
        })));
    }

    /// How many calls were answered, failures not counted.
    long answered() {
        return processed.stream().filter(call -> isAnswered(call.answer())).count()
                + asked.stream().filter(call -> isAnswered(call.answer())).count();
    }

    /// What no ledger that works could have shown, in words.
    List<String> violations(StormModel model) {
        var violations = new ArrayList<String>();
        var begun = new HashMap<Transaction, Long>();
        var undone = new HashSet<ByteString>();
        var attempted = new HashSet<ByteString>();
        for (var call : processed) {
            begun.merge(call.transaction(), call.knownBefore(), Math::min);
            (isUndone(call.answer()) ? undone : attempted)
                    .add(call.transaction().getId());
        }
        for (var call : processed) {
            if (isAnswered(call.answer())) {
                var outcome = call.answer().join().getOutcome();
                model.violation(call.transaction(), outcome, begun.getOrDefault(call.transaction(), 0L))
                        .ifPresent(violations::add);
            }
        }
        for (var call : asked) {
            if (isAnswered(call.answer())) {
                model.violation(call.call(), call.answer().join(), call.knownBefore())
                        .ifPresent(violations::add);
            }
        }
        undone.removeAll(attempted);
        undone.stream()
                .filter(model::hasRecorded)
                .forEach(id -> violations.add("all were told that nothing was done for %s, and it was".formatted(id)));
        return violations;
    }

    private void learn(long position) {
        known = Math.max(known, position);
    }

    private static boolean isAnswered(CompletableFuture<?> answer) {
        return answer.isDone() && !answer.isCompletedExceptionally();
    }

    private static boolean isUndone(CompletableFuture<?> answer) {
        return answer.isCompletedExceptionally()
                && answer.exceptionNow() instanceof ServiceFailure failure
                && failure.kind() != ServiceFailure.Kind.OUTCOME_UNKNOWN;
    }
}
