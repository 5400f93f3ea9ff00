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
        if (refusal.isEmpty()) {
            place(sides, amount, deadline, changes);
        }
        return refusal;
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
    private static void place(Sides sides, Int128 amount, Deadline deadline, Changes changes) {
        var id = changes.holdId();
        boolean holds = amount.signum() > 0;
        var state = holds ? Hold.State.PENDING : Hold.State.VOIDED;
        changes.state().addHold(id, new Hold(sides.from(), sides.to(), amount, amount, deadline.millis(), state));
        if (holds) {
            changes.move(Movement.HELD, sides, amount);
            deadline.schedule(id, changes.state());
        }
    }
}
