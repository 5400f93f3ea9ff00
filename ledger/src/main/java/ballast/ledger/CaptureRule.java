package ballast.ledger;

import java.util.Optional;

/// Moves held money from pending to posted. No counter can overflow and no limit be broken, since the hold was checked
/// against them when it was placed.
final class CaptureRule {
    private CaptureRule() {}

    static Optional<RefusalReason> apply(Leg.Capture leg, Changes changes) {
        return HoldSelection.of(leg.hold(), leg.amount(), changes).each((id, hold) -> {
            var sides = changes.sides(hold.from(), hold.to());
            var closed = sides.closed();
            if (closed.isEmpty()) {
                var amount = leg.amount().map(Amount::value).orElse(hold.remaining());
                changes.move(Movement.CAPTURED, sides, amount);
                changes.state().putHold(id, rest(hold.captured(amount), leg, changes));
            }
            return closed;
        });
    }

    /// The hold after what this leg does with the part that it does not capture.
    private static Hold rest(Hold captured, Leg.Capture leg, Changes changes) {
        return leg.releaseRest() && captured.state() == Hold.State.PENDING
                ? ReleaseRule.release(captured, Movement.RELEASED, Hold.State.VOIDED, changes)
                : captured;
    }
}
