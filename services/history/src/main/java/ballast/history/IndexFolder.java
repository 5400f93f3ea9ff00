package ballast.history;

import ballast.journal.Journal;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Opens the index of a folder as it was at its last mark, or an empty one where that cannot be had.
///
/// What a crash left behind the mark is cut off: it comes from the journal again. An index that is not what its mark
/// says, or not of this journal, is thrown away, which is said in the log and costs time, but no data.
final class IndexFolder {
    private static final System.Logger LOG = System.getLogger(IndexFolder.class.getName());
    private static final String POSITIONS = "positions.index";
    private static final String POSTINGS = "postings.index";
    private static final String TERMS = "terms.index";

    private final Path folder;
    private final Journal journal;
    private final long hashSeed;

    IndexFolder(Path folder, Journal journal, long hashSeed) {
        this.folder = folder;
        this.journal = journal;
        this.hashSeed = hashSeed;
    }

    /// @throws HistoryException if the folder cannot be read or written
    HistoryIndex open() {
        try {
            Files.createDirectories(folder);
            Optional<Mark> mark = Mark.read(folder);
            if (mark.isPresent()) {
                Optional<HistoryIndex> marked = open(mark.get());
                if (marked.isPresent()) {
                    return marked.get();
                }
            }
            return files(Mark.NONE);
        } catch (IOException e) {
            throw new HistoryException("cannot open the index in " + folder, e);
        }
    }

    private Optional<HistoryIndex> open(Mark mark) throws IOException {
        if (!isOfThisJournal(mark)) {
            LOG.log(Level.WARNING, "the index in {0} is not of this journal and is built again", folder);
            return Optional.empty();
        }
        HistoryIndex index;
        try {
            index = files(mark);
        } catch (HistoryException e) {
            LOG.log(Level.WARNING, "the index is built again: {0}", e.getMessage());
            return Optional.empty();
        }
        try {
            index.restore();
            return Optional.of(index);
        } catch (HistoryException e) {
            LOG.log(Level.WARNING, "the index is built again: {0}", e.getMessage());
            index.close();
            return Optional.empty();
        }
    }

    private boolean isOfThisJournal(Mark mark) {
        return mark.height() <= journal.height()
                && journal.hashAt(mark.height()).equals(mark.hash());
    }

    private HistoryIndex files(Mark mark) throws IOException {
        Positions positions = Positions.open(folder.resolve(POSITIONS), mark.position());
        Postings postings = orClose(List.of(positions), () -> Postings.open(folder.resolve(POSTINGS), mark.postings()));
        Terms terms = orClose(List.of(positions, postings), () -> Terms.open(folder.resolve(TERMS), mark, hashSeed));
        return new HistoryIndex(folder, mark, positions, postings, terms);
    }

    private static <T> T orClose(List<Closeable> others, Opening<T> opening) throws IOException {
        try {
            return opening.open();
        } catch (IOException | HistoryException e) {
            for (Closeable other : others) {
                other.close();
            }
            throw e;
        }
    }

    private interface Opening<T> {
        T open() throws IOException;
    }
}
