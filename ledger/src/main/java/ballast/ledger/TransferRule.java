package ballast.ledger;

import java.util.Optional;

/// Moves money at once.
final class TransferRule {
    private TransferRule() {}

    static Optional<RefusalReason> apply(Leg.Transfer leg, Changes changes) {
        var sides = changes.sides(leg.from(), leg.to());
        var amount = sides.isOneAccount() ? Int128.ZERO : sides.movable(leg.amount(), leg.mode());
        var unusable = sides.unusable(changes, amount.signum() > 0);
        return unusable.isPresent() ? unusable : post(sides, amount, changes);
    }

    /// What transfers and reversals have in common. Moves nothing where the amount is zero.
    static Optional<RefusalReason> post(Sides sides, Int128 amount, Changes changes) {
        var closed = sides.closed();
        if (closed.isPresent() || amount.signum() == 0) {
            return closed;
        }
        var overflow = sides.postingOverflows(amount);
        if (overflow.isPresent()) {
            return overflow;
        }
        var broken = sides.limitsBroken(amount);
        return broken.isPresent() ? broken : changes.move(Movement.POSTED, sides, amount);
    }
}
