package ballast.stress;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/// What a run itself moved, as acknowledged: a second book, kept apart from the server's.
///
/// A sum stays within a long: no run makes more than 2^53 transfers of at most 1,000.
///
/// Thread-safe.
final class OwnLedger {
    private final AtomicLongArray moved;

    OwnLedger(int users) {
        this.moved = new AtomicLongArray(users);
    }

    void record(Transfer transfer) {
        moved.addAndGet(transfer.from(), -transfer.amount());
        moved.addAndGet(transfer.to(), transfer.amount());
    }

    /// Compares what the balances changed by with what was moved.
    List<Difference> differences(StressOptions options, List<BigInteger> before, List<BigInteger> after) {
        List<Difference> differences = new ArrayList<>();
        for (int user = 0; user < moved.length(); user++) {
            BigInteger expected = before.get(user).add(BigInteger.valueOf(moved.get(user)));
            if (!expected.equals(after.get(user))) {
                differences.add(new Difference(options.account(user), expected, after.get(user)));
            }
        }
        return differences;
    }
}
