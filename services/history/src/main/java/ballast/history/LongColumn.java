package ballast.history;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/// Numbers by index, in memory. One thread writes; what it wrote before it set a number is seen by whoever reads that
/// number.
final class LongColumn {
    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int CHUNK_SHIFT = 14;
    private static final int CHUNK = 1 << CHUNK_SHIFT;

    private volatile long[][] chunks = {};

    long at(int index) {
        return (long) ELEMENT.getAcquire(chunks[index >>> CHUNK_SHIFT], index & (CHUNK - 1));
    }

    /// Sets a number; the index is at most one above the greatest so far.
    void set(int index, long value) {
        long[][] all = chunks;
        if (index >>> CHUNK_SHIFT == all.length) {
            all = Arrays.copyOf(all, all.length + 1);
            all[all.length - 1] = new long[CHUNK];
            chunks = all;
        }
        ELEMENT.setRelease(all[index >>> CHUNK_SHIFT], index & (CHUNK - 1), value);
    }
}
