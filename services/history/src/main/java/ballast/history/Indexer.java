package ballast.history;

import ballast.guard.ServiceFailure;
import ballast.journal.BlockPlace;
import ballast.journal.Hash;
import ballast.journal.Journal;
import ballast.journal.JournalBlock;
import ballast.journal.JournalScan;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/// The thread that adds blocks to the index: those that the journal hands over, and from the journal's files those that
/// it did not, after a start or because the queue was full.
///
/// When it fails, it says so once, and questions are answered no more; the ledger goes on.
final class Indexer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Indexer.class.getName());

    private final HistoryIndex index;
    private final Journal journal;
    private final Arrivals arrivals;
    private final int blocksMax;
    private final long markPositions;
    private final Thread thread = Thread.ofPlatform().name("history index").unstarted(this::run);
    private final Object lock = new Object();
    private final Queue<Appended> queue = new ArrayDeque<>();
    private boolean missed = true;
    private volatile boolean closing;

    Indexer(HistoryIndex index, Journal journal, Arrivals arrivals, HistoryOptions options) {
        this.index = index;
        this.journal = journal;
        this.arrivals = arrivals;
        this.blocksMax = options.blocksWaitingMax();
        this.markPositions = options.markPositions();
    }

    private record Appended(JournalBlock block, BlockPlace place) {}

    void start() {
        journal.follow(this::appended);
        thread.start();
    }

    /// Lets the thread end after the block that it is adding.
    void stop() {
        journal.follow((block, place) -> {});
        synchronized (lock) {
            closing = true;
            lock.notifyAll();
        }
    }

    /// Waits for the end of the thread.
    @Override
    public void close() {
        stop();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Called on the thread that appends.
    void appended(JournalBlock block, BlockPlace place) {
        synchronized (lock) {
            if (queue.size() < blocksMax) {
                queue.add(new Appended(block, place));
            } else {
                missed = true;
            }
            lock.notifyAll();
        }
    }

    private void run() {
        try {
            while (!closing) {
                Optional<Appended> next = next();
                if (next.isPresent()) {
                    add(next.get().block(), next.get().place());
                } else {
                    catchUp(journal.height());
                }
            }
            mark();
        } catch (RuntimeException | Error | IOException | InterruptedException e) {
            LOG.log(Level.ERROR, "the index of history has stopped; questions about it are answered no more", e);
            arrivals.fail(new ServiceFailure(ServiceFailure.Kind.UNAVAILABLE, "the index of history has stopped", e));
        }
    }

    /// The next block that was handed over, waiting for one; nothing if there are some that were not, or none will
    /// come.
    private Optional<Appended> next() throws InterruptedException {
        synchronized (lock) {
            while (queue.isEmpty() && !missed && !closing) {
                lock.wait();
            }
            if (queue.isEmpty()) {
                missed = false;
            }
            return Optional.ofNullable(queue.poll());
        }
    }

    /// Adds a block and, before it, those that were missed.
    private void add(JournalBlock block, BlockPlace place) throws IOException {
        catchUp(block.height() - 1);
        if (index.height() == block.height() - 1) {
            addNext(block, place);
        }
    }

    private void catchUp(long height) throws IOException {
        if (index.height() >= height) {
            return;
        }
        try (JournalScan scan = journal.scan(index.height() + 1, height)) {
            while (scan.hasNext() && !closing) {
                addNext(scan.next(), scan.place());
            }
        }
    }

    private void addNext(JournalBlock block, BlockPlace place) throws IOException {
        index.add(block, place);
        arrivals.arrived(index.position());
        if (index.unmarked() >= markPositions) {
            mark();
        }
    }

    /// The journal goes first: the index is never sure of a block that a loss of power can take from the journal.
    private void mark() throws IOException {
        if (index.unmarked() > 0) {
            Hash hash = journal.hashAt(index.height());
            journal.force();
            index.mark(hash);
        }
    }
}
