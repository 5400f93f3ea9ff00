package ballast.history;

import ballast.guard.FailPoints;
import ballast.journal.Hash;
import ballast.journal.Journal;
import ballast.journal.JournalBlock;
import ballast.journal.JournalEntry;
import ballast.journal.JournalOptions;
import ballast.types.protocol.v1.RecordedTransaction;
import java.nio.file.Path;
import java.util.List;

/// A journal in a folder, and the history service beside it, that can be closed and opened again.
final class JournaledHistory implements AutoCloseable {
    private final Path folder;
    private final HistoryOptions options;
    private Journal journal;
    private HistoryService service;

    JournaledHistory(Path folder, HistoryOptions options) {
        this.folder = folder;
        this.options = options;
        this.journal = openJournal();
        this.service = openService();
    }

    HistoryService service() {
        return service;
    }

    Journal journal() {
        return journal;
    }

    Path index() {
        return folder.resolve("history");
    }

    /// Appends one block.
    void append(List<RecordedTransaction> transactions) {
        var entries = transactions.stream()
                .map(recorded -> new JournalEntry(
                        recorded.getTransaction().toByteArray(),
                        recorded.getOutcome().toByteArray()))
                .toList();
        long time = transactions.getLast().getOutcome().getTimeMillis();
        journal.append(new JournalBlock(
                journal.height() + 1, time, transactions.getFirst().getOutcome().getPosition(), entries, Hash.ZERO));
    }

    /// Appends a block that has decided nothing.
    void appendNothing(long timeMillis) {
        journal.append(
                new JournalBlock(journal.height() + 1, timeMillis, journal.lastPosition() + 1, List.of(), Hash.ZERO));
    }

    /// Appends a block of one entry that may be anything.
    void append(byte[] transaction, byte[] outcome) {
        long next = journal.height() + 1;
        journal.append(new JournalBlock(
                next,
                Long.MAX_VALUE,
                journal.lastPosition() + 1,
                List.of(new JournalEntry(transaction, outcome)),
                Hash.ZERO));
    }

    /// Closes both, lets something happen to the files, and opens both again.
    void restart(Runnable between) {
        close();
        between.run();
        journal = openJournal();
        service = openService();
    }

    @Override
    public void close() {
        service.close();
        journal.close();
    }

    private Journal openJournal() {
        return Journal.open(
                folder.resolve("journal"),
                JournalOptions.defaults().withSegmentBytesMax(1 << 16),
                FailPoints.disarmed());
    }

    private HistoryService openService() {
        return HistoryService.open(index(), journal, options, 42);
    }
}
