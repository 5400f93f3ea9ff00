package ballast.history;

import java.util.Arrays;

/// What the index wants to know of a serialized outcome. Used again for the next.
final class OutcomeSkim {
    private static final int TIME = 2;
    private static final int ENTRIES = 5;
    private static final int ACCOUNT = 2;
    private static final int ASSET = 3;

    private final WireFields fields = new WireFields();
    private final WireFields inner = new WireFields();
    private int[] bounds = new int[2 * 16];

    byte[] bytes = {};
    long timeMillis;
    int entryCount;

    private int accountFrom;
    private int accountTo;
    private int assetFrom;
    private int assetTo;

    OutcomeSkim over(byte[] outcome) {
        bytes = outcome;
        timeMillis = 0;
        entryCount = 0;
        fields.over(outcome);
        while (fields.next()) {
            if (fields.number == TIME) {
                timeMillis = fields.value;
            } else if (fields.number == ENTRIES) {
                if (bounds.length == 2 * entryCount) {
                    bounds = Arrays.copyOf(bounds, 2 * bounds.length);
                }
                bounds[2 * entryCount] = fields.from;
                bounds[2 * entryCount++ + 1] = fields.to;
            }
        }
        return this;
    }

    int entryFrom(int index) {
        return bounds[2 * index];
    }

    int entryTo(int index) {
        return bounds[2 * index + 1];
    }

    /// Looks at one of the entries.
    void entry(int index) {
        accountFrom = 0;
        accountTo = 0;
        assetFrom = 0;
        assetTo = 0;
        inner.over(bytes, entryFrom(index), entryTo(index));
        while (inner.next()) {
            if (inner.number == ACCOUNT) {
                accountFrom = inner.from;
                accountTo = inner.to;
            } else if (inner.number == ASSET) {
                assetFrom = inner.from;
                assetTo = inner.to;
            }
        }
    }

    /// Makes the term of the account of the entry that was looked at, of one kind or the other.
    void account(byte kind, TermKey into) {
        into.kind(kind).part(bytes, accountFrom, accountTo).zero().part(bytes, assetFrom, assetTo);
    }
}
