package ballast.e2e.history;

import ballast.e2e.history.Violation.Rule;
import ballast.simulation.ledger.Block;
import ballast.simulation.ledger.LedgerModel;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.RecordedTransaction;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.protocol.v1.Transaction;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Checks that a ledger carried out each transaction exactly once, and strictly serialisably, by position.
///
/// Two witnesses must agree: what the clients were answered, and what the ledger says that it recorded. The record is
/// replayed by the model of the whole ledger, which brings the expiries by itself; the answers must be found in it.
public final class TransactionHistory {
    private static final int VIOLATIONS_MAX = 50;

    private final List<Violation> violations = new ArrayList<>();
    private final LedgerModel model = new LedgerModel();

    private TransactionHistory() {}

    /// What is wrong with a history; the first few, if much is.
    ///
    /// @param recorded everything that the ledger has recorded, by position
    public static List<Violation> violations(
            List<RecordedTransaction> recorded, Collection<TransactionRecord> answers) {
        var check = new TransactionHistory();
        check.order(recorded);
        check.replay(recorded);
        check.answers(recorded, answers);
        check.realTime(answers);
        return List.copyOf(check.violations);
    }

    /// The model after everything that was recorded, which must have been as it says.
    public static LedgerModel replayed(List<RecordedTransaction> recorded) {
        var check = new TransactionHistory();
        check.replay(recorded);
        if (!check.violations.isEmpty()) {
            throw new AssertionError("the record is not what the model makes of it: " + check.violations.getFirst());
        }
        return check.model;
    }

    private void order(List<RecordedTransaction> recorded) {
        Set<ByteString> ids = new HashSet<>();
        long position = 0;
        for (RecordedTransaction transaction : recorded) {
            if (transaction.getOutcome().getPosition() != ++position) {
                report(Rule.POSITIONS_ARE_DENSE, "expected position %d: %s".formatted(position, transaction));
            }
            if (!ids.add(transaction.getTransaction().getId())) {
                report(Rule.A_POSITION_HAS_ONE_TRANSFER, "recorded twice: " + transaction);
            }
        }
    }

    /// Blocks of one time are replayed as one: nothing falls due between them.
    private void replay(List<RecordedTransaction> recorded) {
        int first = 0;
        while (first < recorded.size()) {
            long timeMillis = recorded.get(first).getOutcome().getTimeMillis();
            int end = first;
            List<Transaction> asked = new ArrayList<>();
            while (end < recorded.size() && recorded.get(end).getOutcome().getTimeMillis() == timeMillis) {
                Transaction transaction = recorded.get(end).getTransaction();
                boolean byTheLedger = transaction.getLegsCount() == 1
                        && transaction.getLegs(0).hasExpire();
                if (!byTheLedger || recorded.get(end).getOutcome().hasRefused()) {
                    asked.add(transaction);
                }
                end++;
            }
            var expected = model.execute(new Block(timeMillis, false, asked)).recorded();
            if (!expected.equals(recorded.subList(first, end))) {
                report(
                        Rule.RESULTS_FOLLOW_FROM_THE_ORDER,
                        "expected %s of %s".formatted(expected, recorded.subList(first, end)));
            }
            first = end;
        }
    }

    private void answers(List<RecordedTransaction> recorded, Collection<TransactionRecord> answers) {
        Map<ByteString, RecordedTransaction> byId = new HashMap<>();
        recorded.forEach(each -> byId.put(each.getTransaction().getId(), each));
        for (TransactionRecord answer : answers) {
            RecordedTransaction found = byId.get(answer.transaction().getId());
            if (isOfAnother(answer.outcome())) {
                if (found == null || found.getTransaction().equals(answer.transaction())) {
                    report(Rule.A_KEY_HAS_ONE_ANSWER, "the id is nobody else's: " + answer);
                }
            } else if (found == null
                    || !found.getTransaction().equals(answer.transaction())
                    || !found.getOutcome().equals(answer.outcome())) {
                report(Rule.A_KEY_HAS_ONE_ANSWER, "recorded is " + found + ", answered was " + answer);
            }
        }
    }

    /// Nothing that had been answered before another was asked for comes after it in the order.
    private void realTime(Collection<TransactionRecord> answers) {
        Map<ByteString, TransactionRecord> operations = new HashMap<>();
        for (TransactionRecord answer : answers) {
            if (!isOfAnother(answer.outcome())) {
                operations.merge(
                        answer.transaction().getId(),
                        answer,
                        (one, other) -> new TransactionRecord(
                                one.transaction(),
                                one.outcome(),
                                Math.min(one.invokedNanos(), other.invokedNanos()),
                                Math.min(one.returnedNanos(), other.returnedNanos())));
            }
        }
        List<TransactionRecord> inOrder = new ArrayList<>(operations.values());
        inOrder.sort(Comparator.comparingLong(answer -> answer.outcome().getPosition()));
        long latestInvocation = Long.MIN_VALUE;
        for (TransactionRecord answer : inOrder) {
            if (answer.returnedNanos() < latestInvocation) {
                report(Rule.THE_ORDER_RESPECTS_REAL_TIME, "answered before an earlier one was asked for: " + answer);
            }
            latestInvocation = Math.max(latestInvocation, answer.invokedNanos());
        }
    }

    private static boolean isOfAnother(Outcome outcome) {
        return outcome.getRefused().getReason() == RefusalReason.REFUSAL_REASON_ID_ALREADY_USED;
    }

    private void report(Rule rule, String evidence) {
        if (violations.size() < VIOLATIONS_MAX) {
            violations.add(new Violation(rule, evidence));
        }
    }
}
