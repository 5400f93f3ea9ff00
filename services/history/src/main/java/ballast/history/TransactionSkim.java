package ballast.history;

import java.util.Arrays;

/// What the index wants to know of a serialized transaction. Used again for the next.
final class TransactionSkim {
    private static final int METADATA = 5;
    private static final int CODE = 6;
    private static final int EFFECTIVE_TIME = 7;

    private final WireFields fields = new WireFields();
    private final WireFields inner = new WireFields();
    private int[] bounds = new int[4 * 16];

    byte[] bytes = {};
    int code;
    boolean hasEffectiveTime;
    long effectiveMillis;
    int metadataCount;

    TransactionSkim over(byte[] transaction) {
        bytes = transaction;
        code = 0;
        hasEffectiveTime = false;
        metadataCount = 0;
        fields.over(transaction);
        while (fields.next()) {
            switch (fields.number) {
                case METADATA -> metadata();
                case CODE -> code = (int) fields.value;
                case EFFECTIVE_TIME -> {
                    hasEffectiveTime = true;
                    effectiveMillis = fields.value;
                }
                default -> {
                    // of no interest here
                }
            }
        }
        return this;
    }

    /// Whether it is effective at another time than it was committed.
    boolean isShifted(long committedMillis) {
        return hasEffectiveTime && effectiveMillis != committedMillis;
    }

    /// Makes the term of a metadata key, or of one with its value.
    void metadata(int index, boolean withValue, TermKey into) {
        int at = 4 * index;
        into.kind(withValue ? TermKey.METADATA : TermKey.METADATA_KEY).part(bytes, bounds[at], bounds[at + 1]);
        if (withValue) {
            into.zero().part(bytes, bounds[at + 2], bounds[at + 3]);
        }
    }

    private void metadata() {
        if (bounds.length == 4 * metadataCount) {
            bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        int at = 4 * metadataCount++;
        Arrays.fill(bounds, at, at + 4, 0);
        inner.over(bytes, fields.from, fields.to);
        while (inner.next()) {
            int part = at + 2 * (inner.number - 1);
            bounds[part] = inner.from;
            bounds[part + 1] = inner.to;
        }
    }
}
