package ballast.virtualmachine;

import ballast.ledger.Balances;
import ballast.ledger.Int128;
import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.Map;

/// What the counters of many accounts grew by, asset by asset: in a ledger that works, debits grow as much as
/// credits, posted and pending.
///
/// It adds modulo 2¹²⁸: what does not cancel shows, however large the parts.
final class CounterSums {
    private final Map<String, Sums> byAsset = new HashMap<>();
    private ByteString lastAsset = ByteString.EMPTY;
    private Sums last = new Sums();

    /// Credits less debits.
    private static final class Sums {
        private long postedHigh;
        private long postedLow;
        private long pendingHigh;
        private long pendingLow;

        void addPosted(long high, long low) {
            postedLow += low;
            postedHigh += high + (Long.compareUnsigned(postedLow, low) < 0 ? 1 : 0);
        }

        void addPending(long high, long low) {
            pendingLow += low;
            pendingHigh += high + (Long.compareUnsigned(pendingLow, low) < 0 ? 1 : 0);
        }

        boolean areZero() {
            return (postedHigh | postedLow | pendingHigh | pendingLow) == 0;
        }
    }

    void add(ByteString asset, Balances before, Balances after) {
        if (!asset.equals(lastAsset)) {
            lastAsset = asset;
            last = byAsset.computeIfAbsent(asset.toStringUtf8(), any -> new Sums());
        }
        var posted = after.posted();
        last.addPosted(posted.high(), posted.low());
        var negated = before.posted().negate();
        last.addPosted(negated.high(), negated.low());
        addPending(after.creditsPending());
        subtractPending(after.debitsPending());
        addPending(before.debitsPending());
        subtractPending(before.creditsPending());
    }

    boolean areZero() {
        return byAsset.values().stream().allMatch(Sums::areZero);
    }

    private void addPending(Int128 value) {
        last.addPending(value.high(), value.low());
    }

    private void subtractPending(Int128 value) {
        var negated = value.negate();
        last.addPending(negated.high(), negated.low());
    }
}
