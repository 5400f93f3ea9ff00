package ballast.ledger;

import java.util.Optional;

/// Takes back that an account was closed.
final class ReopenRule {
    private ReopenRule() {}

    static Optional<RefusalReason> apply(Leg.Reopen leg, Changes changes) {
        var account = changes.state().account(leg.account());
        if (changes.isMissing(account)) {
            return Optional.of(RefusalReason.ACCOUNT_NOT_FOUND);
        }
        if (!account.closed()) {
            return Optional.of(RefusalReason.ACCOUNT_NOT_CLOSED);
        }
        return changes.change(leg.account(), account.nextClosed(false, changes.timeMillis()), Entry.Kind.REOPENED);
    }
}
