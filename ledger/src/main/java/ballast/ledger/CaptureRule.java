package ballast.ledger;

import java.util.Optional;

/// Moves held money from pending to posted. No counter can overflow and no limit be broken, since the hold was checked
/// against them when it was placed.
final class CaptureRule {
    private CaptureRule() {}

    static Optional<RefusalReason> apply(Leg.Capture leg, Changes changes) {
        return HoldSelection.of(leg.hold(), leg.amount(), changes).each((id, hold) -> capture(id, hold, leg, changes));
    }

    private static Optional<RefusalReason> capture(HoldId id, Hold hold, Leg.Capture leg, Changes changes) {
        var sides = changes.sides(hold.from(), hold.to());
        var closed = sides.closed();
        if (closed.isPresent()) {
            return closed;
        }
        var amount = leg.amount().map(Amount::value).orElse(hold.remaining());
        var captured = hold.captured(amount);
        changes.state().putHold(id, captured);
        var refusal = changes.move(Movement.CAPTURED, sides, amount);
        boolean hasRest = captured.state() == Hold.State.PENDING;
        return refusal.isEmpty() && hasRest && leg.releaseRest() ? ReleaseRule.release(id, captured, changes) : refusal;
    }
}
