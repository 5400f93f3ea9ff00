package ballast.ledger;

import ballast.guard.InvariantViolation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// The holds that a leg means, if a step can still be taken with them.
sealed interface HoldSelection {
    /// Each of them is pending, and its time is not over; by leg, at least one.
    record Pending(List<Item> holds) implements HoldSelection {}

    record Refused(RefusalReason reason) implements HoldSelection {}

    record Item(HoldId id, Hold hold) {}

    /// What a leg does with one hold.
    interface Step {
        Optional<RefusalReason> take(HoldId id, Hold hold);
    }

    /// The holds that a reference means, or why nothing can be done with them.
    ///
    /// @param asked what must still be held; only where one hold is named
    static HoldSelection of(Leg.HoldReference reference, Optional<Amount> asked, Changes changes) {
        return reference.leg().isPresent()
                ? one(new HoldId(reference.transaction(), reference.leg().getAsInt()), asked, changes)
                : all(reference.transaction(), changes);
    }

    /// Takes a step with each hold, up to the first that is refused.
    default Optional<RefusalReason> each(Step step) {
        return switch (this) {
            case Refused(RefusalReason reason) -> Optional.of(reason);
            case Pending(List<Item> holds) -> {
                Optional<RefusalReason> refusal = Optional.empty();
                for (int place = 0; place < holds.size() && refusal.isEmpty(); place++) {
                    refusal = step.take(holds.get(place).id(), holds.get(place).hold());
                }
                yield refusal;
            }
        };
    }

    private static HoldSelection one(HoldId id, Optional<Amount> asked, Changes changes) {
        var found = changes.state().hold(id);
        if (found.isEmpty()) {
            return nothingThere(id.transaction(), changes);
        }
        var hold = found.get();
        var over = hold.overAt(changes.timeMillis());
        var held = over.isEmpty() ? hold.remaining() : hold.amount();
        if (asked.isPresent() && asked.get().value().compareTo(held) > 0) {
            return new Refused(RefusalReason.EXCEEDS_PENDING_TRANSFER_AMOUNT);
        }
        return over.isPresent() ? new Refused(over.get()) : new Pending(List.of(new Item(id, hold)));
    }

    private static HoldSelection all(TransactionId transaction, Changes changes) {
        var ids = changes.state().holdsOf(transaction);
        if (ids.isEmpty()) {
            return nothingThere(transaction, changes);
        }
        var pending = new ArrayList<Item>(ids.size());
        var over = EnumSet.noneOf(RefusalReason.class);
        for (var id : ids) {
            var hold = known(id, changes);
            hold.overAt(changes.timeMillis()).ifPresentOrElse(over::add, () -> pending.add(new Item(id, hold)));
        }
        if (over.contains(RefusalReason.PENDING_TRANSFER_EXPIRED) && !pending.isEmpty()) {
            return new Refused(RefusalReason.PENDING_TRANSFER_EXPIRED);
        }
        return pending.isEmpty()
                ? new Refused(known(ids.getFirst(), changes)
                        .overAt(changes.timeMillis())
                        .orElseThrow())
                : new Pending(pending);
    }

    private static HoldSelection nothingThere(TransactionId transaction, Changes changes) {
        return new Refused(
                changes.isKnown(transaction)
                        ? RefusalReason.PENDING_TRANSFER_NOT_PENDING
                        : RefusalReason.PENDING_TRANSFER_NOT_FOUND);
    }

    private static Hold known(HoldId id, Changes changes) {
        return changes.state()
                .hold(id)
                .orElseThrow(() -> new InvariantViolation("a hold that its transaction lists exists: " + id));
    }
}
