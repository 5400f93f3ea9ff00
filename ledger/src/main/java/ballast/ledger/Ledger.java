package ballast.ledger;

import ballast.guard.Invariant;
import java.util.List;
import java.util.Optional;

/// The rules of the ledger.
public final class Ledger {
    /// How many assets an address can have.
    public static final int ASSETS_MAX = 128;

    /// How many entries a transaction can make. A leg that names all holds of a transaction, or reverses one, makes
    /// many.
    public static final int ENTRIES_MAX = 8_192;

    /// The end of the year 9999: no hold expires later, in milliseconds since 1970.
    public static final long DEADLINE_MILLIS_MAX = 253_402_300_799_999L;

    private Ledger() {}

    /// What becomes of a transaction that somebody sent. On a refusal, the caller drops what was put.
    public static LedgerOutcome apply(LedgerTransaction transaction, LedgerState state, BlockContext block) {
        var legs = transaction.legs();
        for (int place = 0; place < legs.size(); place++) {
            if (legs.get(place).isMalformed()) {
                return LedgerOutcome.Refused.whole(RefusalReason.ARGUMENTS_MALFORMED);
            }
        }
        var conditions = transaction.conditions();
        for (int place = 0; place < conditions.size(); place++) {
            var condition = conditions.get(place);
            if (!condition.holds(state.account(condition.account()))) {
                return LedgerOutcome.Refused.ofCondition(place);
            }
        }
        return applyLegs(legs, new Changes(transaction.id(), state, block));
    }

    /// What becomes of a transaction of the ledger's own, whose one leg is the [expiry][Leg.Expire] of a hold that is
    /// pending and due. It is never refused.
    public static LedgerOutcome.Committed expire(
            TransactionId transaction, HoldId hold, LedgerState state, BlockContext block) {
        var changes = new Changes(transaction, state, block);
        var refusal = apply(new Leg.Expire(hold), changes);
        Invariant.check(refusal.isEmpty(), "an expiry is never refused");
        return new LedgerOutcome.Committed(changes.entries());
    }

    private static LedgerOutcome applyLegs(List<Leg> legs, Changes changes) {
        for (int place = 0; place < legs.size(); place++) {
            changes.begin(place);
            var refusal = apply(legs.get(place), changes);
            if (refusal.isPresent()) {
                return LedgerOutcome.Refused.ofLeg(refusal.get(), place);
            }
        }
        return new LedgerOutcome.Committed(changes.entries());
    }

    private static Optional<RefusalReason> apply(Leg leg, Changes changes) {
        return switch (leg) {
            case Leg.Transfer transfer -> TransferRule.apply(transfer, changes);
            case Leg.Hold hold -> HoldRule.apply(hold, changes);
            case Leg.Capture capture -> CaptureRule.apply(capture, changes);
            case Leg.Release release -> ReleaseRule.apply(release, changes);
            case Leg.Extend extend -> ExtendRule.apply(extend, changes);
            case Leg.Open open -> OpenRule.apply(open, changes);
            case Leg.SetLimits setLimits -> SetLimitsRule.apply(setLimits, changes);
            case Leg.Close close -> CloseRule.apply(close, changes);
            case Leg.Reopen reopen -> ReopenRule.apply(reopen, changes);
            case Leg.Reverse reverse -> ReverseRule.apply(reverse, changes);
            case Leg.Expire expire -> ExpiryRule.apply(expire, changes);
        };
    }
}
