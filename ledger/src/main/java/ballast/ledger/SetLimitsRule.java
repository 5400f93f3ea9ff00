package ballast.ledger;

import java.util.Optional;

/// Replaces both limits of an account by such as it keeps already.
final class SetLimitsRule {
    private SetLimitsRule() {}

    static Optional<RefusalReason> apply(Leg.SetLimits leg, Changes changes) {
        var account = changes.state().account(leg.account());
        var refusal = changes.untouchable(leg.account(), account)
                .or(() -> leg.limits().brokenBy(account.balances()));
        return refusal.isPresent()
                ? refusal
                : changes.change(
                        leg.account(), account.nextLimited(leg.limits(), changes.timeMillis()), Entry.Kind.LIMITS_SET);
    }
}
