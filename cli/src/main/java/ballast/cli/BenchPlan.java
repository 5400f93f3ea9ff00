package ballast.cli;

import ballast.client.Account;
import ballast.client.BallastClient;
import ballast.client.PreparedBatch;
import ballast.client.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// What is sent: the same for the same seed, but for the ids.
final class BenchPlan {
    private static final String ASSET = "USD/2";
    private static final int AMOUNT_MAX = 10_000;

    /// As many as a transaction takes with room to spare.
    private static final int OPENED_AT_ONCE = 200;

    /// What the accounts of one call add up to stays well below what a block holds.
    private static final int OPENING_CALL = 50;

    private final BallastClient client;
    private final BenchSettings settings;
    private final RandomGenerator random;

    BenchPlan(BallastClient client, BenchSettings settings) {
        this.client = client;
        this.settings = settings;
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(settings.seed());
    }

    String account(int number) {
        return "bench-" + settings.seed() + "-" + number;
    }

    /// Opens every account.
    List<PreparedBatch> accounts() {
        var batches = new ArrayList<PreparedBatch>();
        var call = new ArrayList<Transaction>();
        for (int first = 0; first < settings.accounts(); first += OPENED_AT_ONCE) {
            var transaction = Transaction.builder();
            for (int i = first; i < Math.min(settings.accounts(), first + OPENED_AT_ONCE); i++) {
                transaction.open(account(i), ASSET, Account.Limits.NONE);
            }
            call.add(transaction.build());
            if (call.size() == OPENING_CALL || first + OPENED_AT_ONCE >= settings.accounts()) {
                batches.add(client.prepare(call));
                call.clear();
            }
        }
        return batches;
    }

    /// So many transfers, between accounts drawn at random.
    List<PreparedBatch> transfers(int count) {
        var batches = new ArrayList<PreparedBatch>();
        for (int done = 0; done < count; done += settings.batch()) {
            var call = new ArrayList<Transaction>(settings.batch());
            for (int i = 0; i < Math.min(settings.batch(), count - done); i++) {
                call.add(transfer());
            }
            batches.add(client.prepare(call));
        }
        return batches;
    }

    private Transaction transfer() {
        int from = random.nextInt(settings.accounts());
        int to = (from + 1 + random.nextInt(settings.accounts() - 1)) % settings.accounts();
        long amount = 1L + random.nextInt(AMOUNT_MAX);
        var transaction = Transaction.builder();
        return random.nextInt(100) < settings.holdsPercent()
                ? transaction.hold(account(from), account(to), ASSET, amount).build()
                : transaction
                        .transfer(account(from), account(to), ASSET, amount)
                        .build();
    }
}
