package ballast.ledger;

import java.util.Optional;

/// Gives an account its terms, once.
final class OpenRule {
    private OpenRule() {}

    static Optional<RefusalReason> apply(Leg.Open leg, Changes changes) {
        var account = changes.state().account(leg.account());
        var refusal = refusal(leg, account, changes);
        return refusal.isPresent()
                ? refusal
                : changes.change(leg.account(), account.nextOpened(leg, changes.timeMillis()), Entry.Kind.OPENED);
    }

    private static Optional<RefusalReason> refusal(Leg.Open leg, Account account, Changes changes) {
        if (account.opened()) {
            return Optional.of(clash(leg, account));
        }
        if (changes.isOneTooMany(leg.account(), account)) {
            return Optional.of(RefusalReason.TOO_MANY_ASSETS);
        }
        return account.closed()
                ? Optional.of(RefusalReason.ACCOUNT_ALREADY_CLOSED)
                : leg.limits().brokenBy(account.balances());
    }

    private static RefusalReason clash(Leg.Open leg, Account account) {
        if (!leg.limits().equals(account.limits())) {
            return RefusalReason.EXISTS_WITH_DIFFERENT_LIMITS;
        }
        if (!leg.userData().equals(account.userData())) {
            return RefusalReason.EXISTS_WITH_DIFFERENT_USER_DATA;
        }
        return leg.code() == account.code() ? RefusalReason.EXISTS : RefusalReason.EXISTS_WITH_DIFFERENT_CODE;
    }
}
