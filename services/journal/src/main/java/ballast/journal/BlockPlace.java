package ballast.journal;

/// Where the record of a block starts.
///
/// @param segment the height of the first block in its file, which gives the file its name
/// @param offset byte in the file
public record BlockPlace(long segment, long offset) {
    /// Where the block's first entry starts. The second one follows [#entryBytes] later, and so on.
    public long firstEntryOffset() {
        return offset + RecordFormat.FRAME_BYTES + RecordFormat.ENTRIES_AT;
    }

    /// How many bytes of the file an entry takes.
    public static long entryBytes(JournalEntry entry) {
        return RecordFormat.ENTRY_BYTES_MIN + (long) entry.transaction().length + entry.outcome().length;
    }
}
