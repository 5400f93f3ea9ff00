package ballast.e2e.chaos;

import ballast.e2e.history.ModelLedger;
import ballast.e2e.history.ReadRecord;
import ballast.e2e.history.Result;
import ballast.e2e.history.Transfer;
import ballast.e2e.history.TransferRecord;
import ballast.e2e.process.Answer;
import ballast.e2e.process.TransferClient;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

/// A client that outlives the servers it talks to: it remembers every answer, and every transfer that it got none for,
/// and asks for those again with the same key, as a careful client does.
///
/// Used by one thread at a time.
final class Caller {
    static final int USERS = 20;
    /// Two accounts between which so much moves that some of it must be refused.
    static final List<String> WHALES = List.of("whale:1", "whale:2");

    private static final int AMOUNT_MAX = 1_000;

    /// A transfer that may have happened.
    private record Open(Transfer transfer, long invokedNanos) {}

    private final SplittableRandom random;
    private final List<TransferRecord> transfers = new ArrayList<>();
    private final List<ReadRecord> reads = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int repeated;
    private int unanswered;

    Caller(SplittableRandom random) {
        this.random = random;
    }

    /// Does one thing, drawn by chance.
    ///
    /// @throws IOException when no answer came
    void step(TransferClient client) throws IOException, InterruptedException {
        int dice = random.nextInt(100);
        if (dice < 20 && !open.isEmpty()) {
            ask(client, open.removeFirst());
        } else if (dice < 45) {
            read(client, account());
        } else if (dice < 50 && !transfers.isEmpty()) {
            repeat(client, transfers.get(random.nextInt(transfers.size())));
        } else {
            ask(client, new Open(transfer(), System.nanoTime()));
        }
    }

    /// Asks again for every transfer whose outcome is unknown. Each must get an answer now.
    void resolve(TransferClient client) throws IOException, InterruptedException {
        for (int left = open.size(); left > 0; left--) {
            ask(client, open.removeFirst());
        }
    }

    /// Asks again for every transfer that was answered.
    void repeatAll(TransferClient client) throws IOException, InterruptedException {
        Set<UUID> asked = new HashSet<>();
        for (TransferRecord answered : List.copyOf(transfers)) {
            if (asked.add(answered.transfer().key())) {
                repeat(client, answered);
            }
        }
    }

    void read(TransferClient client, String account) throws IOException, InterruptedException {
        long invoked = System.nanoTime();
        Answer answer = client.balance(account);
        if (answer.status() == 200) {
            reads.add(new ReadRecord(account, position(answer), answer.balance(), invoked, System.nanoTime()));
        } else {
            checkUndecided(answer);
        }
    }

    List<TransferRecord> transfers() {
        return transfers;
    }

    List<ReadRecord> reads() {
        return reads;
    }

    /// Transfers whose outcome is unknown now.
    int openNow() {
        return open.size();
    }

    /// How often a server died on this caller instead of answering its transfer.
    int unanswered() {
        return unanswered;
    }

    /// Answers to transfers that had been answered before.
    int repeated() {
        return repeated;
    }

    private void repeat(TransferClient client, TransferRecord answered) throws IOException, InterruptedException {
        long invoked = System.nanoTime();
        Answer answer = client.transfer(answered.transfer());
        if (isDecided(answer)) {
            repeated++;
            record(answered.transfer(), answer, invoked);
        }
    }

    private void ask(TransferClient client, Open asked) throws IOException, InterruptedException {
        open.addLast(asked);
        Answer answer = answerTo(client, asked.transfer());
        if (isDecided(answer)) {
            open.removeLast();
            record(asked.transfer(), answer, asked.invokedNanos());
        }
    }

    private Answer answerTo(TransferClient client, Transfer transfer) throws IOException, InterruptedException {
        try {
            return client.transfer(transfer);
        } catch (IOException e) {
            unanswered++;
            throw e;
        }
    }

    private void record(Transfer transfer, Answer answer, long invokedNanos) {
        transfers.add(new TransferRecord(transfer, position(answer), result(answer), invokedNanos, System.nanoTime()));
    }

    private static boolean isDecided(Answer answer) {
        if (answer.status() == 200 || answer.status() == 422) {
            return true;
        }
        checkUndecided(answer);
        return false;
    }

    private static void checkUndecided(Answer answer) {
        if (answer.status() != 503 && answer.status() != 504) {
            throw new AssertionError("no answer to a well-formed request: " + answer);
        }
    }

    private static Result result(Answer answer) {
        if (answer.status() == 200) {
            return new Result.Committed(answer.balance());
        }
        return new Result.Refused(
                answer.body().contains("the sender's balance")
                        ? Result.Reason.SENDER_BALANCE_OVERFLOW
                        : Result.Reason.RECEIVER_BALANCE_OVERFLOW);
    }

    private static long position(Answer answer) {
        return answer.position().orElseThrow(() -> new AssertionError("no position: " + answer));
    }

    private Transfer transfer() {
        boolean huge = random.nextInt(20) == 0;
        int direction = random.nextInt(2);
        return new Transfer(
                new UUID(random.nextLong(), random.nextLong()),
                huge ? WHALES.get(direction) : user(),
                huge ? WHALES.get(1 - direction) : user(),
                huge ? ModelLedger.BALANCE_MAX : BigInteger.valueOf(1 + random.nextInt(AMOUNT_MAX)));
    }

    private String account() {
        return random.nextInt(20) == 0 ? WHALES.get(random.nextInt(2)) : user();
    }

    private String user() {
        return "user:" + random.nextInt(USERS);
    }
}
