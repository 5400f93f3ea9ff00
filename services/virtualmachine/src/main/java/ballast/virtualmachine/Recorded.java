package ballast.virtualmachine;

import ballast.journal.JournalEntry;

/// Finds what became of a transaction that was recorded.
@FunctionalInterface
interface Recorded {
    /// The transaction and its outcome.
    ///
    /// @param transaction exists
    JournalEntry entry(TransactionRecord transaction);
}
