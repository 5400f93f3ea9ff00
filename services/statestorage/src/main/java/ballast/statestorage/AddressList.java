package ballast.statestorage;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// A list of record addresses outside of the heap that grows at its end. It may be handed from thread to thread.
final class AddressList implements AutoCloseable {
    private static final int SHIFT = 13;
    private static final int PER_SEGMENT = 1 << SHIFT;

    private final OffHeapMemory.Region region;
    private final List<MemorySegment> segments = new ArrayList<>();
    private long size;

    AddressList(OffHeapMemory memory) {
        this.region = memory.region();
    }

    void add(long address) {
        int segment = (int) (size >>> SHIFT);
        if (segment == segments.size()) {
            segments.add(region.allocate((long) PER_SEGMENT * Long.BYTES));
        }
        segments.get(segment).setAtIndex(Words.LONG, size & (PER_SEGMENT - 1), address);
        size++;
    }

    long get(long index) {
        return segments.get((int) (index >>> SHIFT)).getAtIndex(Words.LONG, index & (PER_SEGMENT - 1));
    }

    /// Takes the last address off the list.
    long removeLast() {
        long last = get(size - 1);
        size--;
        return last;
    }

    long size() {
        return size;
    }

    @Override
    public void close() {
        region.close();
    }
}
