package ballast.ledger;

import java.util.Optional;

/// Reserves money.
final class HoldRule {
    private HoldRule() {}

    static Optional<RefusalReason> apply(Leg.Hold leg, Changes changes) {
        var sides = changes.sides(leg.from(), leg.to());
        if (sides.isOneAccount()) {
            return Optional.of(RefusalReason.ACCOUNTS_MUST_BE_DIFFERENT);
        }
        var amount = sides.movable(leg.amount(), leg.mode());
        var deadline = Deadline.after(changes.timeMillis(), leg.timeoutMillis());
        var refusal = refusal(sides, amount, deadline, changes);
        return refusal.isPresent() ? refusal : place(sides, amount, deadline, changes);
    }

    private static Optional<RefusalReason> refusal(Sides sides, Int128 amount, Deadline deadline, Changes changes) {
        var unusable = sides.unusable(changes, amount.signum() > 0);
        if (unusable.isPresent()) {
            return unusable;
        }
        var closed = sides.closed();
        if (closed.isPresent()) {
            return closed;
        }
        var overflow = sides.holdingOverflows(amount);
        if (overflow.isPresent()) {
            return overflow;
        }
        return deadline.overflows() ? Optional.of(RefusalReason.OVERFLOWS_TIMEOUT) : sides.limitsBroken(amount);
    }

    /// A hold of nothing exists, so that its name means something, but there is nothing to do with it any more.
    private static Optional<RefusalReason> place(Sides sides, Int128 amount, Deadline deadline, Changes changes) {
        var id = changes.holdId();
        if (amount.signum() == 0) {
            changes.state().addHold(id, hold(sides, amount, deadline, Hold.State.VOIDED));
            return Optional.empty();
        }
        changes.state().addHold(id, hold(sides, amount, deadline, Hold.State.PENDING));
        deadline.schedule(id, changes.state());
        return changes.move(Movement.HELD, sides, amount);
    }

    private static Hold hold(Sides sides, Int128 amount, Deadline deadline, Hold.State state) {
        return new Hold(sides.from(), sides.to(), amount, amount, deadline.millis(), state);
    }
}
