package ballast.ledger;

import ballast.guard.Invariant;
import ballast.guard.InvariantViolation;
import java.util.Optional;

/// Ends a hold whose time is over. Nothing speaks against it: what was held goes back, closed accounts or not.
final class ExpiryRule {
    private ExpiryRule() {}

    static Optional<RefusalReason> apply(Leg.Expire leg, Changes changes) {
        var id = leg.hold();
        var hold =
                changes.state().hold(id).orElseThrow(() -> new InvariantViolation("a hold that expires exists: " + id));
        Invariant.check(
                hold.state() == Hold.State.PENDING && hold.stateAt(changes.timeMillis()) == Hold.State.EXPIRED,
                () -> "a hold that expires is pending and due: " + id);
        changes.state().putHold(id, hold.ended(Hold.State.EXPIRED));
        return changes.move(Movement.EXPIRED, changes.sides(hold.from(), hold.to()), hold.remaining());
    }
}
