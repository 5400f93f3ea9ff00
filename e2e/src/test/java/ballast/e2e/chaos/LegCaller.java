package ballast.e2e.chaos;

import ballast.e2e.history.TransactionRecord;
import ballast.e2e.process.GrpcLedger;
import ballast.simulation.ledger.Block;
import ballast.simulation.ledger.Workload;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.Transaction;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A client of transactions of legs that outlives the servers it talks to: what it got no answer to, it asks for again
/// with the same id.
///
/// Used by one thread at a time.
final class LegCaller {
    /// A transaction that may have happened.
    private record Open(Transaction transaction, long invokedNanos) {}

    private static final int PATIENCE_SECONDS = 60;

    private final Semaphore answered = new Semaphore(0);
    private final SplittableRandom random;
    private final Workload workload;
    private final List<TransactionRecord> answers = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();

    LegCaller(long seed) {
        this.random = new SplittableRandom(seed);
        this.workload = Workload.ofCallers(random.nextLong());
    }

    /// Waits until the server that it talks to has answered once.
    void awaitAnswer() throws InterruptedException {
        if (!answered.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("no answer within " + PATIENCE_SECONDS + " s");
        }
    }

    /// Asks for something until nobody answers.
    void callUntilNobodyAnswers(GrpcLedger ledger) throws InterruptedException {
        answered.drainPermits();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                boolean again = !open.isEmpty() && random.nextInt(100) < 30;
                ask(ledger, again ? open.removeFirst() : next());
            }
        } catch (IOException e) {
            // the server is gone, and what it was asked last is open
            return;
        }
    }

    /// Asks again for everything whose outcome is unknown.
    void resolve(GrpcLedger ledger) throws IOException, InterruptedException {
        for (int left = open.size(); left > 0; left--) {
            ask(ledger, open.removeFirst());
        }
    }

    List<TransactionRecord> answers() {
        return answers;
    }

    private Open next() {
        return new Open(workload.next(1).transactions().getFirst(), System.nanoTime());
    }

    private void ask(GrpcLedger ledger, Open asked) throws IOException, InterruptedException {
        open.addLast(asked);
        Outcome outcome = ledger.transact(asked.transaction());
        open.removeLast();
        answered.release();
        answers.add(new TransactionRecord(asked.transaction(), outcome, asked.invokedNanos(), System.nanoTime()));
        workload.learn(new Block(outcome.getTimeMillis(), false, List.of(asked.transaction())), List.of(outcome));
    }
}
