package ballast.ledger;

import ballast.guard.Invariant;
import ballast.guard.InvariantViolation;

/// Ends a hold whose time is over. Nothing speaks against it: what was held goes back, closed accounts or not.
final class ExpiryRule {
    private ExpiryRule() {}

    static void apply(HoldId id, Changes changes) {
        var hold =
                changes.state().hold(id).orElseThrow(() -> new InvariantViolation("a hold that expires exists: " + id));
        Invariant.check(
                hold.state() == Hold.State.PENDING && hold.stateAt(changes.timeMillis()) == Hold.State.EXPIRED,
                () -> "a hold that expires is pending and due: " + id);
        changes.state().putHold(id, hold.ended(Hold.State.EXPIRED));
        var refusal = changes.move(Movement.EXPIRED, changes.sides(hold.from(), hold.to()), hold.remaining());
        Invariant.check(refusal.isEmpty(), "an expiry is never refused");
    }
}
