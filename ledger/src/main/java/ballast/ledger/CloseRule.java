package ballast.ledger;

import java.util.Optional;

/// Shuts an account for all but the release and the expiry of its holds.
final class CloseRule {
    private CloseRule() {}

    static Optional<RefusalReason> apply(Leg.Close leg, Changes changes) {
        var account = changes.state().account(leg.account());
        var refusal = changes.untouchable(leg.account(), account);
        return refusal.isPresent()
                ? refusal
                : changes.change(leg.account(), account.nextClosed(true, changes.timeMillis()), Entry.Kind.CLOSED);
    }
}
