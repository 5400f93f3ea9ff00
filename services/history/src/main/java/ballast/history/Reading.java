package ballast.history;

import ballast.journal.EntryReader;
import ballast.journal.Journal;
import ballast.journal.JournalEntry;
import ballast.types.ledger.v1.Entry;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.RecordedTransaction;
import ballast.types.protocol.v1.Transaction;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.zip.CRC32C;

/// One question's view of the index and the journal. Used by one thread; to be closed.
///
/// Everything that it reads is as of the position at which it was made or an earlier one.
final class Reading implements AutoCloseable {
    private final HistoryIndex index;
    private final EntryReader entries;
    private final long position;
    private final CRC32C checksum = new CRC32C();
    private final TransactionSkim transaction = new TransactionSkim();
    private final OutcomeSkim outcome = new OutcomeSkim();
    private long loadedPosition;
    private JournalEntry loaded = new JournalEntry(new byte[0], new byte[0]);

    Reading(HistoryIndex index, Journal journal) {
        this.index = index;
        this.position = index.position();
        this.entries = journal.entries();
    }

    /// The newest position that can be seen.
    long position() {
        return position;
    }

    HistoryIndex index() {
        return index;
    }

    Terms terms() {
        return index.terms();
    }

    Postings postings() {
        return index.postings();
    }

    RecordedTransaction recorded(long at) {
        JournalEntry entry = load(at);
        try {
            return RecordedTransaction.newBuilder()
                    .setTransaction(Transaction.parseFrom(entry.transaction()))
                    .setOutcome(Outcome.parseFrom(entry.outcome()))
                    .build();
        } catch (InvalidProtocolBufferException e) {
            throw new HistoryException("position %d does not decode".formatted(at), e);
        }
    }

    /// When it was committed.
    long committedMillis(long at) {
        load(at);
        return outcome.timeMillis;
    }

    /// When it is effective.
    long effectiveMillis(long at) {
        load(at);
        transaction.over(loaded.transaction());
        return transaction.hasEffectiveTime ? transaction.effectiveMillis : outcome.timeMillis;
    }

    /// One entry, at a place ([At]).
    Entry entry(long at) {
        load(At.position(at));
        int from = outcome.entryFrom(At.entry(at));
        try {
            return Entry.parseFrom(ByteString.copyFrom(outcome.bytes, from, outcome.entryTo(At.entry(at)) - from));
        } catch (InvalidProtocolBufferException e) {
            throw new HistoryException("position %d does not decode".formatted(At.position(at)), e);
        }
    }

    /// The last position up to another one that was committed at or before a time; 0 if there is none.
    long lastCommittedAtOrBefore(long millis, long upTo) {
        long low = 0;
        long high = upTo;
        while (low < high) {
            long middle = (low + high + 1) >>> 1;
            if (committedMillis(middle) <= millis) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    @Override
    public void close() {
        entries.close();
    }

    /// @throws HistoryException if the journal's bytes are not those that were indexed
    JournalEntry load(long at) {
        if (at != loadedPosition) {
            Positions positions = index.positions();
            JournalEntry entry = entries.read(positions.segment(at), positions.offset(at));
            if (HistoryIndex.checksum(entry, checksum) != positions.checksum(at)) {
                throw new HistoryException("position %d of the journal is not what was indexed".formatted(at));
            }
            outcome.over(entry.outcome());
            loaded = entry;
            loadedPosition = at;
        }
        return loaded;
    }
}
