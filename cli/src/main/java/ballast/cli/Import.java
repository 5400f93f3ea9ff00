package ballast.cli;

import ballast.client.BallastClient;
import ballast.client.BatchResult;
import ballast.client.Outcome;
import ballast.client.Transaction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Reads transactions line by line and sends them in batches, several under way at once.
///
/// An outcome whose position was there before the import began is a repeat: that is how an import that broke off is
/// taken up again. Transactions of different batches may be carried out in another order than their lines; those of
/// a batch keep it.
final class Import {
    private static final int IN_FLIGHT_MAX = 64;

    /// Complaints about lines, and refusals, that are printed one by one; the rest is counted.
    private static final int PRINTED_MAX = 20;

    private final BallastClient client;
    private final int batch;
    private final int inFlight;
    private final PrintWriter err;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Tally tally = new Tally();
    private long before;

    Import(BallastClient client, int batch, int inFlight, PrintWriter err) {
        if (batch < 1 || batch > ballast.client.PreparedBatch.TRANSACTIONS_MAX) {
            throw new IllegalArgumentException("batch is %d (expected: 1 to 8190)".formatted(batch));
        }
        if (inFlight < 1 || inFlight > IN_FLIGHT_MAX) {
            throw new IllegalArgumentException(
                    "in-flight is %d (expected: 1 to %d)".formatted(inFlight, IN_FLIGHT_MAX));
        }
        this.client = client;
        this.batch = batch;
        this.inFlight = inFlight;
        this.err = err;
    }

    /// What became of the lines.
    ///
    /// @param repeated done by an earlier import, whatever became of them then
    /// @param malformed lines that are no transaction with an id; they were not sent
    record Summary(long committed, long refused, long repeated, long malformed) {
        boolean isClean() {
            return refused == 0 && malformed == 0;
        }

        String text() {
            return "committed %d, refused %d, repeated %d, malformed lines %d"
                    .formatted(committed, refused, repeated, malformed);
        }

        String json() {
            return AnswerJson.line(json -> {
                json.generator().writeNumberField("committed", committed);
                json.generator().writeNumberField("refused", refused);
                json.generator().writeNumberField("repeated", repeated);
                json.generator().writeNumberField("malformed", malformed);
            });
        }
    }

    Summary run(BufferedReader lines) throws IOException, InterruptedException {
        // Any strict read tells a position that is not before anything answered so far.
        before = client.account("import").position();
        var room = new Semaphore(inFlight);
        var next = new ArrayList<Transaction>(batch);
        long number = 0;
        for (var line = lines.readLine(); line != null && failure.get() == null; line = lines.readLine()) {
            number++;
            read(line, number, next);
            if (next.size() == batch) {
                send(List.copyOf(next), number, room);
                next.clear();
            }
        }
        if (!next.isEmpty() && failure.get() == null) {
            send(List.copyOf(next), number, room);
        }
        room.acquire(inFlight);
        var why = failure.get();
        if (why != null) {
            err.println("ballast: the import broke off; run it again to take it up, nothing is done twice");
            throw why instanceof CompletionException && why.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("a batch failed", why);
        }
        return tally.summary();
    }

    private void read(String line, long number, List<Transaction> next) {
        if (line.isBlank()) {
            return;
        }
        try {
            next.add(TransactionJson.read(line));
        } catch (IllegalArgumentException | ArithmeticException e) {
            if (tally.malformed() <= PRINTED_MAX) {
                err.println("line %d: %s".formatted(number, e.getMessage()));
            }
        }
    }

    private void send(List<Transaction> transactions, long line, Semaphore room) throws InterruptedException {
        room.acquire();
        var _ = client.async().transact(client.prepare(transactions)).whenComplete((result, why) -> {
            if (why == null) {
                tally.add(result);
                err.println("%s (line %d)".formatted(tally.summary().text(), line));
            } else {
                failure.compareAndSet(null, why);
            }
            err.flush();
            room.release();
        });
    }

    /// Counts. Thread-safe, by its lock.
    private final class Tally {
        private final Set<UUID> refusedIds = new HashSet<>();
        private long committed;
        private long refused;
        private long repeated;
        private long malformed;

        synchronized void add(BatchResult result) {
            for (int i = 0; i < result.size(); i++) {
                var outcome = result.outcome(i);
                switch (outcome) {
                    case Outcome.Committed _ when outcome.position() <= before -> repeated++;
                    case Outcome.Committed _ -> committed++;
                    case Outcome.Refused was -> refused(was);
                }
            }
        }

        private void refused(Outcome.Refused was) {
            refused++;
            if (refusedIds.size() < PRINTED_MAX && refusedIds.add(was.id())) {
                err.println("%s was refused: %s%s"
                        .formatted(was.id(), was.reason(), was.position() <= before ? " (before)" : ""));
            }
        }

        synchronized long malformed() {
            return ++malformed;
        }

        synchronized Summary summary() {
            return new Summary(committed, refused, repeated, malformed);
        }
    }
}
