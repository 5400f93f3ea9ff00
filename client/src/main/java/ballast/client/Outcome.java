package ballast.client;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/// What became of a transaction: decided once, the same for every repeat.
public sealed interface Outcome {
    /// The transaction's id: the one that it was given, or the one that the client drew.
    UUID id();

    /// Place in the order of all transactions, from 1. Where the id belongs to another transaction, it is that
    /// one's; 0 only where the id is malformed.
    long position();

    /// The block's time.
    Instant time();

    /// It happened.
    ///
    /// @param entries every change of an account, in the order in which they were made
    record Committed(UUID id, long position, Instant time, List<Entry> entries) implements Outcome {
        public Committed {
            entries = List.copyOf(entries);
        }
    }

    /// It changed nothing.
    ///
    /// @param leg the leg that was refused, from 0
    /// @param condition the condition that did not hold, from 0
    record Refused(UUID id, long position, Instant time, RefusalReason reason, OptionalInt leg, OptionalInt condition)
            implements Outcome {}
}
