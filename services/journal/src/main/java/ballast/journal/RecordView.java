package ballast.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// A sound record, seen in the buffer it was read into: gone with the next read.
final class RecordView {
    private final ByteBuffer payload;

    RecordView(ByteBuffer payload) {
        this.payload = payload;
    }

    long height() {
        return payload.getLong(RecordFormat.HEIGHT_AT);
    }

    long timeMillis() {
        return payload.getLong(RecordFormat.TIME_AT);
    }

    boolean follows(Hash previousHash) {
        return previousHash.standsAt(RecordFormat.PREVIOUS_HASH_AT, payload);
    }

    long firstPosition() {
        return payload.getLong(RecordFormat.FIRST_POSITION_AT);
    }

    int entryCount() {
        return payload.getInt(RecordFormat.ENTRY_COUNT_AT);
    }

    Hash hash() {
        return Hash.at(payload.limit() - Hash.BYTES, payload);
    }

    int recordBytes() {
        return RecordFormat.FRAME_BYTES + payload.limit();
    }

    /// A copy that stays.
    JournalBlock block() {
        List<JournalEntry> entries = new ArrayList<>(entryCount());
        int at = RecordFormat.ENTRIES_AT;
        for (int i = entryCount(); i > 0; i--) {
            byte[] transaction = new byte[payload.getInt(at)];
            byte[] outcome = new byte[payload.getInt(at + Integer.BYTES)];
            at += RecordFormat.ENTRY_BYTES_MIN;
            payload.get(at, transaction);
            payload.get(at + transaction.length, outcome);
            at += transaction.length + outcome.length;
            entries.add(new JournalEntry(transaction, outcome));
        }
        return new JournalBlock(height(), timeMillis(), firstPosition(), entries, Hash.at(at, payload));
    }
}
