package ballast.journal;

import java.util.List;

/// What one block decided.
///
/// @param height place in the chain, dense from 1
/// @param timeMillis block time, milliseconds since 1970-01-01T00:00Z, never below that of the block before
/// @param firstPosition position of the first entry, or of the next block's if there is none; the others follow densely
/// @param entries none in a block that has changed the state and decided nothing
/// @param stateDigest stands for the state after this block
public record JournalBlock(
        long height, long timeMillis, long firstPosition, List<JournalEntry> entries, Hash stateDigest) {
    /// Where the first entry begins; the next one begins [JournalEntry#bytes] further.
    public static final int FIRST_ENTRY_OFFSET = RecordFormat.ENTRIES_AT;

    public JournalBlock {
        entries = List.copyOf(entries);
    }
}
