package ballast.ledger;

import ballast.guard.Invariant;
import java.util.List;
import java.util.Optional;

/// Moves back what another transaction has posted, the last movement first.
final class ReverseRule {
    private ReverseRule() {}

    static Optional<RefusalReason> apply(Leg.Reverse leg, Changes changes) {
        var original = leg.transaction();
        if (original.equals(changes.transaction()) || !changes.isKnown(original)) {
            return Optional.of(RefusalReason.TRANSACTION_NOT_FOUND);
        }
        var entries = changes.state().entriesOf(original);
        if (!posted(entries)) {
            return Optional.of(RefusalReason.TRANSACTION_NOT_REVERSIBLE);
        }
        if (changes.state().reversedBy(original).isPresent()) {
            return Optional.of(RefusalReason.TRANSACTION_ALREADY_REVERSED);
        }
        changes.state().putReversedBy(original, changes.transaction());
        return moveBack(entries, changes);
    }

    private static Optional<RefusalReason> moveBack(List<Entry> entries, Changes changes) {
        Optional<RefusalReason> refusal = Optional.empty();
        for (int place = entries.size() - 1; place > 0 && refusal.isEmpty(); place--) {
            var credit = entries.get(place);
            if (isPostedCredit(credit)) {
                var debit = entries.get(place - 1);
                Invariant.check(
                        debit.amount().equals(credit.amount()) && debit.leg() == credit.leg(),
                        "the debit of a movement stands right before its credit");
                var sides = changes.sides(credit.account(), debit.account());
                refusal = TransferRule.post(sides, credit.amount(), changes);
            }
        }
        return refusal;
    }

    private static boolean posted(List<Entry> entries) {
        boolean posted = false;
        for (int place = 0; place < entries.size() && !posted; place++) {
            posted = isPostedCredit(entries.get(place));
        }
        return posted;
    }

    private static boolean isPostedCredit(Entry entry) {
        return entry.kind() == Entry.Kind.CREDIT || entry.kind() == Entry.Kind.CREDIT_CAPTURED;
    }
}
