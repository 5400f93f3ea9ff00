package ballast.e2e.history;

import ballast.e2e.history.Violation.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Checks that a ledger executed each transfer exactly once, and strictly serialisably, in one pass over positions.
///
/// Finding an order that explains a history is hard in general; here every answer names its place, so it is enough to
/// check the order that the server itself claims. The replay shows that this order explains all answers
/// (serialisability); the walk over times shows that it puts nothing before what had ended earlier (strictness). A
/// history must be complete: every transfer that may have happened is in it, those without an answer at first too, and
/// nobody else used the ledger.
public final class PositionHistory {
    private static final int VIOLATIONS_MAX = 50;

    private final List<Violation> violations = new ArrayList<>();
    private final ModelLedger model = new ModelLedger();
    private long latestInvocation = Long.MIN_VALUE;

    private PositionHistory() {}

    /// What is wrong with a history; the first few, if much is.
    public static List<Violation> violations(Collection<TransferRecord> transfers, Collection<ReadRecord> reads) {
        var check = new PositionHistory();
        check.replay(
                check.inOrder(transfers),
                reads.stream()
                        .sorted(Comparator.comparingLong(ReadRecord::position))
                        .toList());
        return List.copyOf(check.violations);
    }

    private List<TransferRecord> inOrder(Collection<TransferRecord> transfers) {
        Map<UUID, TransferRecord> byKey = new LinkedHashMap<>();
        for (TransferRecord transfer : transfers) {
            byKey.merge(transfer.transfer().key(), transfer, (first, next) -> {
                if (!first.sameAnswer(next)) {
                    report(Rule.A_KEY_HAS_ONE_ANSWER, first + " and " + next);
                }
                return first.merge(next);
            });
        }
        List<TransferRecord> ordered = new ArrayList<>(byKey.values());
        ordered.sort(Comparator.comparingLong(TransferRecord::position));
        long last = 0;
        for (TransferRecord transfer : ordered) {
            if (transfer.position() == last) {
                report(Rule.A_POSITION_HAS_ONE_TRANSFER, "another has the position of " + transfer);
            } else if (transfer.position() != last + 1) {
                report(Rule.POSITIONS_ARE_DENSE, "nothing between position " + last + " and " + transfer);
            }
            last = transfer.position();
        }
        return ordered;
    }

    private void replay(List<TransferRecord> transfers, List<ReadRecord> reads) {
        int read = readsAt(0, reads, 0);
        for (TransferRecord transfer : transfers) {
            Result expected = model.apply(transfer.transfer());
            if (!expected.equals(transfer.result())) {
                report(Rule.RESULTS_FOLLOW_FROM_THE_ORDER, "expected " + expected + " of " + transfer);
            }
            checkRealTime(transfer.returnedNanos(), transfer);
            latestInvocation = Math.max(latestInvocation, transfer.invokedNanos());
            read = readsAt(transfer.position(), reads, read);
        }
        for (ReadRecord beyond : reads.subList(read, reads.size())) {
            report(Rule.READS_FOLLOW_FROM_THE_ORDER, "no transfer has the position of " + beyond);
        }
    }

    /// Checks the reads at a position, which have no order among themselves. Gives the index of the first one after it.
    private int readsAt(long position, List<ReadRecord> reads, int from) {
        int end = from;
        while (end < reads.size() && reads.get(end).position() <= position) {
            ReadRecord read = reads.get(end);
            if (!model.balance(read.account()).equals(read.balance())) {
                report(Rule.READS_FOLLOW_FROM_THE_ORDER, "expected " + model.balance(read.account()) + " of " + read);
            }
            checkRealTime(read.returnedNanos(), read);
            end++;
        }
        for (ReadRecord read : reads.subList(from, end)) {
            latestInvocation = Math.max(latestInvocation, read.invokedNanos());
        }
        return end;
    }

    private void checkRealTime(long returnedNanos, Record operation) {
        if (returnedNanos < latestInvocation) {
            report(
                    Rule.THE_ORDER_RESPECTS_REAL_TIME,
                    "answered %d ns before something earlier in the order was asked for: %s"
                            .formatted(latestInvocation - returnedNanos, operation));
        }
    }

    private void report(Rule rule, String evidence) {
        if (violations.size() < VIOLATIONS_MAX) {
            violations.add(new Violation(rule, evidence));
        }
    }
}
