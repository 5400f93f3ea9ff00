package ballast.journal;

/// One transaction and what became of it, both as the bytes that were agreed on. Neither array is changed after this.
@SuppressWarnings("ArrayRecordComponent") // never compared, and a copy of each would double the garbage of a block
public record JournalEntry(byte[] transaction, byte[] outcome) {
    /// How many bytes it takes in its block.
    public int bytes() {
        return RecordFormat.ENTRY_BYTES_MIN + transaction.length + outcome.length;
    }
}
