package ballast.stress;

import java.io.IOException;
import java.math.BigInteger;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Transfers and balance reads in turn until the time is over.
final class MixedRequests implements Work {
    private final StressOptions options;
    private final TransferPlan plan;
    private final OwnLedger ledger;
    private final Tally tally;
    private final AtomicLong next = new AtomicLong();
    private final long start = System.nanoTime();
    private final long spanNanos;

    MixedRequests(StressOptions options, OwnLedger ledger, Tally tally) {
        this.options = options;
        this.plan = new TransferPlan(options.seed(), options.users());
        this.ledger = ledger;
        this.tally = tally;
        this.spanNanos = TimeUnit.SECONDS.toNanos(options.seconds());
    }

    @Override
    public boolean step(LedgerClient client) {
        long before = System.nanoTime();
        if (before - start >= spanNanos) {
            return false;
        }
        long number = next.getAndIncrement();
        if (number % 2 == 0) {
            transfer(client, plan.at(number));
        } else {
            read(client, plan.at(number).from());
        }
        tally.latency.record(System.nanoTime() - before);
        return true;
    }

    @Override
    public double done() {
        return Math.min(1, (double) (System.nanoTime() - start) / spanNanos);
    }

    private void transfer(LedgerClient client, Transfer transfer) {
        Fate fate = client.transfer(
                UUID.randomUUID(), options.account(transfer.from()), options.account(transfer.to()), transfer.amount());
        tally.count(fate);
        if (fate instanceof Fate.Acknowledged) {
            ledger.record(transfer);
        }
    }

    private void read(LedgerClient client, int user) {
        try {
            BigInteger _ = client.balance(options.account(user));
            tally.balancesRead.increment();
        } catch (IOException e) {
            tally.balancesFailed.increment();
            tally.trouble("not read: " + e.getMessage());
        }
    }
}
