package ballast.virtualmachine;

import ballast.journal.JournalEntry;

/// The journal, one old entry at a time.
@FunctionalInterface
interface OldEntries {
    /// The entry that begins at an offset of a block, see [ballast.journal.Journal#entry].
    JournalEntry entry(long height, int offset);
}
