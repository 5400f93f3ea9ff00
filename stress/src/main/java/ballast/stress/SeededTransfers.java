package ballast.stress;

import java.math.BigInteger;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// A given number of transfers, all kept until their answers are checked.
final class SeededTransfers implements Work {
    private final StressOptions options;
    private final TransferPlan plan;
    private final OwnLedger ledger;
    private final Tally tally;
    private final Fate[] fates;
    private final AtomicInteger next = new AtomicInteger();

    SeededTransfers(StressOptions options, OwnLedger ledger, Tally tally) {
        this.options = options;
        this.plan = new TransferPlan(options.seed(), options.users());
        this.ledger = ledger;
        this.tally = tally;
        this.fates = new Fate[options.transactions()];
    }

    @Override
    public boolean step(LedgerClient client) {
        int number = next.getAndIncrement();
        if (number >= fates.length) {
            return false;
        }
        Transfer transfer = plan.at(number);
        long start = System.nanoTime();
        Fate fate = client.transfer(
                UUID.randomUUID(), options.account(transfer.from()), options.account(transfer.to()), transfer.amount());
        tally.latency.record(System.nanoTime() - start);
        tally.count(fate);
        fates[number] = fate;
        if (fate instanceof Fate.Acknowledged) {
            ledger.record(transfer);
        }
        return true;
    }

    @Override
    public double done() {
        return Math.min(1, (double) next.get() / fates.length);
    }

    /// What is wrong with the answers, going by their positions; to be asked for when the work is finished.
    List<String> violations(List<BigInteger> before) {
        return new AnswersInOrder(plan, before).violations(List.of(fates));
    }
}
