package ballast.ledger;

import java.util.Optional;

/// Bounds of a balance; an absent one does not bound.
///
/// They hold for the worst case. Against the lower one, held amounts count as gone and amounts held for the account as
/// not there; against the upper one the other way round. So whatever becomes of its holds, an account stays within its
/// limits.
public record Limits(Optional<Int128> lower, Optional<Int128> upper) {
    /// Nothing is bounded.
    public static final Limits NONE = new Limits(Optional.empty(), Optional.empty());

    /// Whether a balance can be within them at all: the lower one is not above the upper one.
    public boolean canBeKept() {
        return lower.isEmpty() || upper.isEmpty() || lower.get().compareTo(upper.get()) <= 0;
    }

    /// Which of them an account with these counters does not keep; empty if it keeps both.
    Optional<RefusalReason> brokenBy(Balances balances) {
        if (lower.isPresent() && balances.available().compareTo(lower.get()) < 0) {
            return Optional.of(RefusalReason.EXCEEDS_CREDITS);
        }
        return upper.isPresent() && balances.highest().compareTo(upper.get()) > 0
                ? Optional.of(RefusalReason.EXCEEDS_DEBITS)
                : Optional.empty();
    }
}
