package ballast.ledger;

import java.util.Optional;

/// Gives held money back. A closed account does not stand in the way: what is held of it or for it must be able to end.
final class ReleaseRule {
    private ReleaseRule() {}

    static Optional<RefusalReason> apply(Leg.Release leg, Changes changes) {
        return HoldSelection.of(leg.hold(), Optional.empty(), changes).each((id, hold) -> {
            changes.state().putHold(id, release(hold, Movement.RELEASED, Hold.State.VOIDED, changes));
            return Optional.empty();
        });
    }

    /// Gives back all that a hold still holds; the hold after that.
    static Hold release(Hold hold, Movement movement, Hold.State end, Changes changes) {
        changes.move(movement, changes.sides(hold.from(), hold.to()), hold.remaining());
        return hold.ended(end);
    }
}
