package workouts.users.domain.credit;

import java.util.List;
import java.util.Optional;

/// A page of what has happened to a balance.
///
/// @param next where the next page begins; empty: this is the last one
public record Statement(List<CreditChange> changes, Optional<Place> next) {
    public static final int CHANGES_MAX = 100;

    public Statement {
        changes = List.copyOf(changes);
    }

    /// Names one entry of the ledger.
    ///
    /// @param position of its transaction, from 1
    /// @param entry its place there, from 0
    public record Place(long position, int entry) {
        public Place {
            if (position < 1 || entry < 0) {
                throw new IllegalArgumentException("no place in a ledger: %d, %d".formatted(position, entry));
            }
        }
    }
}
