package ballast.history;

import ballast.guard.Invariant;
import ballast.journal.BlockPlace;
import ballast.journal.Hash;
import ballast.journal.JournalBlock;
import ballast.journal.JournalEntry;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/// The files of the index and what of them is kept in memory.
///
/// One thread adds blocks. Any other may read whatever belongs to a position that is not above [#position()], which
/// rises after everything of a block has been written, and never sees it change.
final class HistoryIndex implements Closeable {
    private final Path folder;
    private final Positions positions;
    private final Postings postings;
    private final Terms terms;
    private final SortedAccounts accounts;
    private final TransactionSkim transaction = new TransactionSkim();
    private final OutcomeSkim outcome = new OutcomeSkim();
    private final TermKey key = new TermKey();
    private final CRC32C checksum = new CRC32C();
    private volatile Published published;
    private long markedPosition;

    HistoryIndex(Path folder, Mark mark, Positions positions, Postings postings, Terms terms) {
        this.folder = folder;
        this.positions = positions;
        this.postings = postings;
        this.terms = terms;
        this.accounts = new SortedAccounts(terms);
        this.published =
                new Published(mark.height(), mark.position(), mark.postings(), (int) mark.terms(), mark.termBytes());
        this.markedPosition = mark.position();
    }

    /// What others may see: everything up to a block.
    private record Published(long height, long position, long postings, int terms, long termBytes) {}

    /// The last block that is in.
    long height() {
        return published.height();
    }

    /// The last position that is in.
    long position() {
        return published.position();
    }

    /// How many positions have come in since the last mark.
    long unmarked() {
        return position() - markedPosition;
    }

    HistoryStatus status(long newest) {
        Published now = published;
        return new HistoryStatus(
                now.position(),
                newest - now.position(),
                now.terms(),
                now.postings(),
                now.position() * Positions.BYTES + now.postings() * Postings.BYTES + now.termBytes());
    }

    Positions positions() {
        return positions;
    }

    Postings postings() {
        return postings;
    }

    Terms terms() {
        return terms;
    }

    SortedAccounts accounts() {
        return accounts;
    }

    /// Adds the next block.
    void add(JournalBlock block, BlockPlace place) {
        Invariant.check(
                block.height() == height() + 1 && block.firstPosition() == position() + 1,
                () -> "block %d is indexed after block %d".formatted(block.height(), height()));
        long next = position();
        long offset = place.firstEntryOffset();
        for (JournalEntry entry : block.entries()) {
            add(++next, entry, place.segment(), offset);
            offset += BlockPlace.entryBytes(entry);
        }
        published = new Published(block.height(), next, postings.count(), terms.count(), terms.bytes());
    }

    /// Takes a term that was read from the files into memory, and its postings.
    ///
    /// @throws HistoryException if the postings are not those that were written
    void restore() {
        Posting posting = new Posting();
        long before = 0;
        for (long number = 1; number <= postings.count(); number++) {
            postings.read(number, posting);
            if (At.position(posting.at) < before
                    || At.position(posting.at) > position()
                    || posting.term >= terms.count()
                    || posting.before != terms.head(posting.term)) {
                throw new HistoryException("posting %d does not follow those before it".formatted(number));
            }
            if (posting.before == 0 && terms.kind(posting.term) == TermKey.ACCOUNT) {
                accounts.add(posting.term);
            }
            before = At.position(posting.at);
            terms.setHead(posting.term, number);
        }
    }

    /// Makes everything durable, and says so in the mark.
    ///
    /// @param hash of the last block, which is durable in the journal
    void mark(Hash hash) throws IOException {
        positions.force();
        postings.force();
        terms.force();
        new Mark(height(), hash, position(), postings.count(), terms.count(), terms.bytes(), terms.checksum())
                .write(folder);
        markedPosition = position();
    }

    @Override
    public void close() throws IOException {
        try (positions;
                postings) {
            terms.close();
        }
    }

    private void add(long at, JournalEntry entry, long segment, long offset) {
        transaction.over(entry.transaction());
        outcome.over(entry.outcome());
        positions.append(segment, offset, checksum(entry, checksum));
        boolean shifted = transaction.isShifted(outcome.timeMillis);
        for (int i = 0; i < outcome.entryCount; i++) {
            outcome.entry(i);
            outcome.account(TermKey.ACCOUNT, key);
            post(At.of(at, i));
            if (shifted) {
                outcome.account(TermKey.SHIFTED_ACCOUNT, key);
                post(At.of(at, i));
            }
        }
        if (transaction.code != 0) {
            key.kind(TermKey.CODE).number(transaction.code);
            post(At.of(at, 0));
        }
        for (int i = 0; i < transaction.metadataCount; i++) {
            transaction.metadata(i, false, key);
            post(At.of(at, 0));
            transaction.metadata(i, true, key);
            post(At.of(at, 0));
        }
        if (shifted) {
            key.kind(TermKey.SHIFTED);
            post(At.of(at, 0));
        }
    }

    /// Notes that the term of the key occurs here.
    private void post(long at) {
        int known = terms.find(key);
        int term = known == Terms.NONE ? terms.add(key) : known;
        terms.setHead(term, postings.append(at, term, terms.head(term)));
        if (known == Terms.NONE && key.bytes[0] == TermKey.ACCOUNT) {
            accounts.add(term);
        }
    }

    static int checksum(JournalEntry entry, CRC32C with) {
        with.reset();
        with.update(entry.transaction());
        with.update(entry.outcome());
        return (int) with.getValue();
    }
}
