package ballast.statestorage;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicLong;

/// Hands out memory outside of the heap and counts it.
///
/// Thread-safe; a region is confined to one thread at a time, while any thread may read what it was given.
final class OffHeapMemory {
    private static final long ALIGNMENT_BYTES = 64;

    private final AtomicLong bytes = new AtomicLong();

    /// The memory that is in use now.
    long bytes() {
        return bytes.get();
    }

    Region region() {
        return new Region();
    }

    /// Memory that is given back at once.
    final class Region implements AutoCloseable {
        private final Arena arena = Arena.ofShared();
        private long regionBytes;

        /// Zeros, aligned to a cache line.
        MemorySegment allocate(long byteCount) {
            MemorySegment segment = arena.allocate(byteCount, ALIGNMENT_BYTES);
            regionBytes += byteCount;
            bytes.addAndGet(byteCount);
            return segment;
        }

        @Override
        public void close() {
            arena.close();
            bytes.addAndGet(-regionBytes);
        }
    }
}
