package ballast.ledger;

import java.util.Optional;

/// Gives held money back. A closed account does not stand in the way: what is held of it or for it must be able to end.
final class ReleaseRule {
    private ReleaseRule() {}

    static Optional<RefusalReason> apply(Leg.Release leg, Changes changes) {
        return HoldSelection.of(leg.hold(), Optional.empty(), changes).each((id, hold) -> release(id, hold, changes));
    }

    /// Gives back all that one hold still holds.
    static Optional<RefusalReason> release(HoldId id, Hold hold, Changes changes) {
        changes.state().putHold(id, hold.ended(Hold.State.VOIDED));
        return changes.move(Movement.RELEASED, changes.sides(hold.from(), hold.to()), hold.remaining());
    }
}
