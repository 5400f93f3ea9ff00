package ballast.ledger;

import java.util.Optional;

/// Lets holds expire at another time, later or sooner. Makes no entry: no account changes.
final class ExtendRule {
    private ExtendRule() {}

    static Optional<RefusalReason> apply(Leg.Extend leg, Changes changes) {
        var deadline = Deadline.after(changes.timeMillis(), leg.timeoutMillis());
        return HoldSelection.of(leg.hold(), Optional.empty(), changes).each((id, hold) -> {
            var closed = changes.sides(hold.from(), hold.to()).closed();
            if (closed.isPresent() || deadline.overflows()) {
                return closed.or(() -> Optional.of(RefusalReason.OVERFLOWS_TIMEOUT));
            }
            return changes.extend(id, hold, deadline);
        });
    }
}
