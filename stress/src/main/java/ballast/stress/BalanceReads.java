package ballast.stress;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Reads every user's balance once.
final class BalanceReads implements Work {
    private final StressOptions options;
    private final Tally tally;
    private final BigInteger[] balances;
    private final AtomicInteger next = new AtomicInteger();

    BalanceReads(StressOptions options, Tally tally) {
        this.options = options;
        this.tally = tally;
        this.balances = new BigInteger[options.users()];
        Arrays.fill(balances, BigInteger.ZERO);
    }

    @Override
    public boolean step(LedgerClient client) {
        int user = next.getAndIncrement();
        if (user >= balances.length) {
            return false;
        }
        try {
            balances[user] = client.balance(options.account(user));
            tally.balancesRead.increment();
        } catch (IOException e) {
            tally.balancesFailed.increment();
            tally.trouble("not read: " + e.getMessage());
        }
        return true;
    }

    @Override
    public double done() {
        return Math.min(1, (double) next.get() / balances.length);
    }

    /// The balances by user; to be asked for when the work is finished. One that could not be read counts as 0, and as
    /// failed in the tally.
    List<BigInteger> balances() {
        return List.of(balances);
    }
}
