package ballast.client;

import java.util.List;
import java.util.UUID;

/// Transactions that are serialized already, ids included: what is left to do for each when it is sent is next to
/// nothing. [BallastClient#prepare] makes one. It may be sent any number of times and happens once.
public final class PreparedBatch {
    /// More than these the server does not take in one call.
    public static final int TRANSACTIONS_MAX = 8_190;

    private final List<UUID> ids;
    private final byte[] bytes;

    /// @param bytes owned by this batch from now on
    PreparedBatch(List<UUID> ids, byte[] bytes) {
        if (ids.isEmpty() || ids.size() > TRANSACTIONS_MAX) {
            throw new IllegalArgumentException(
                    "%d transactions in a batch (expected: 1 to %d)".formatted(ids.size(), TRANSACTIONS_MAX));
        }
        this.ids = List.copyOf(ids);
        this.bytes = bytes;
    }

    /// In the order of the transactions.
    public List<UUID> ids() {
        return ids;
    }

    public int size() {
        return ids.size();
    }

    byte[] bytes() {
        return bytes;
    }
}
