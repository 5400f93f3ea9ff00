package ballast.virtualmachine;

import ballast.ledger.Balances;
import ballast.ledger.Int128;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// What the counters of many accounts grew by, asset by asset: in a ledger that works, debits grow as much as
/// credits, posted and pending.
///
/// It adds modulo 2¹²⁸: what does not cancel shows, however large the parts.
final class CounterSums {
    private final Map<String, Sums> byAsset = new HashMap<>();
    private byte[] lastAsset = {};
    private Sums last = new Sums();

    /// Credits less debits.
    private static final class Sums {
        private final Sum posted = new Sum();
        private final Sum pending = new Sum();

        boolean areZero() {
            return posted.isZero() && pending.isZero();
        }
    }

    private static final class Sum {
        private long high;
        private long low;

        void add(Int128 value) {
            low += value.low();
            high += value.high() + (Long.compareUnsigned(low, value.low()) < 0 ? 1 : 0);
        }

        void subtract(Int128 value) {
            high -= value.high() + (Long.compareUnsigned(low, value.low()) < 0 ? 1 : 0);
            low -= value.low();
        }

        boolean isZero() {
            return (high | low) == 0;
        }
    }

    /// Adds what an account grew by.
    ///
    /// @param accountKey where it stands, see [StateKeys#account]
    void add(byte[] accountKey, Balances before, Balances after) {
        var sums = sums(accountKey);
        sums.posted.add(after.creditsPosted());
        sums.posted.subtract(after.debitsPosted());
        sums.posted.subtract(before.creditsPosted());
        sums.posted.add(before.debitsPosted());
        sums.pending.add(after.creditsPending());
        sums.pending.subtract(after.debitsPending());
        sums.pending.subtract(before.creditsPending());
        sums.pending.add(before.debitsPending());
    }

    boolean areZero() {
        return byAsset.values().stream().allMatch(Sums::areZero);
    }

    /// Those of the asset in a key, which most often is that of the key before.
    private Sums sums(byte[] accountKey) {
        int at = StateKeys.assetAt(accountKey);
        if (!Arrays.equals(accountKey, at, accountKey.length, lastAsset, 0, lastAsset.length)) {
            lastAsset = Arrays.copyOfRange(accountKey, at, accountKey.length);
            last = byAsset.computeIfAbsent(new String(lastAsset, StandardCharsets.US_ASCII), any -> new Sums());
        }
        return last;
    }
}
