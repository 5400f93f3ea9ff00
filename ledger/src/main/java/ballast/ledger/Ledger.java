package ballast.ledger;

import ballast.guard.Invariant;
import java.util.List;
import java.util.Optional;

/// What becomes of a transaction: the rules of money, all of them.
///
/// **Debits and credits.** An account is a pair of an address and an asset with four counters: what it has given
/// and got (posted), and what is held of it and for it (pending). Counters only know two kinds of change: a
/// movement adds the same amount to the debits of one account and to the credits of another, and the end of a hold
/// takes the same amount away from both pending ones. So in each asset all debits equal all credits, whatever
/// happens; there is no other way to change a number here. What people call a balance is a difference of counters
/// ([Balances]).
///
/// **Legs.** A transaction is a list of legs, and each kind of leg has a class of a few lines that is named after
/// it: `TransferRule`, `HoldRule`, `CaptureRule` and so on. They all have one shape: read what is concerned, ask
/// what speaks against it in the order of [RefusalReason], and if nothing does, write. What several of them share
/// stands in three places: `Sides` knows what can speak against moving an amount between two accounts,
/// `HoldSelection` finds the holds that a leg means, and `Changes` writes accounts and makes entries.
///
/// **All or nothing.** Each leg sees what the ones before it have written. If one is refused, the transaction is:
/// the answer names the leg and the reason, and the caller drops everything that was put into the [LedgerState]
/// since the transaction began. No rule ever takes anything back, so no rule can forget to.
///
/// **Promises to holds.** Whether there is enough money and room is asked when a hold is placed, not when it is
/// captured: a hold counts against the giver's lower limit and the taker's upper limit as if it were captured,
/// until it ends. That is why captures, releases and expiries are checked against no limit, and cannot overflow.
///
/// **Time** is the block's. A hold is over from its deadline on for every rule ([Hold#stateAt]), and only later,
/// when the ledger writes the [#expire], in the counters. So it makes no difference to anybody's answer when that
/// is.
///
/// Nothing here allocates more than the new accounts and their entries, and nothing looks at more accounts than
/// the legs name: this runs hundreds of thousands of times a second on one thread.
public final class Ledger {
    /// How many assets an address can have.
    public static final int ASSETS_MAX = 128;

    /// How many entries a transaction can make. A leg that names all holds of a transaction, or reverses one,
    /// makes many. The extension of a hold makes none and counts as two, so that the work of a transaction is
    /// bounded whatever its legs are: it deals with half as many holds at most.
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

    /// What becomes of a transaction of the ledger's own, whose one leg is the [expiry][Leg.Expire] of a hold
    /// that is pending and due. It is never refused.
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
