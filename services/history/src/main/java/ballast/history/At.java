package ballast.history;

import ballast.guard.Invariant;

/// A place in history as one number: the position of a transaction and which of its entries. Places compare as the
/// numbers do.
final class At {
    static final int ENTRY_BITS = 23;
    static final int ENTRY_MAX = (1 << ENTRY_BITS) - 1;
    static final long POSITION_MAX = (1L << (63 - ENTRY_BITS)) - 1;

    private At() {}

    static long of(long position, int entry) {
        Invariant.check(entry <= ENTRY_MAX && position <= POSITION_MAX, "a place fits its number");
        return position << ENTRY_BITS | entry;
    }

    static long first(long position) {
        return position << ENTRY_BITS;
    }

    static long last(long position) {
        return position << ENTRY_BITS | ENTRY_MAX;
    }

    static long position(long at) {
        return at >>> ENTRY_BITS;
    }

    static int entry(long at) {
        return (int) at & ENTRY_MAX;
    }
}
