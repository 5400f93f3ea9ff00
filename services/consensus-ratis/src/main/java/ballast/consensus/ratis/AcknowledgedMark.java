package ballast.consensus.ratis;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Remembers the last entry that was delivered, so that recovery can tell a torn tail from lost money.
///
/// A log ends in garbage for two reasons: a write that the crash cut short, which nobody was ever told of, or
/// damage to an entry that was acknowledged. The bytes look alike. This mark says how far the log was good once,
/// in one word of a memory-mapped file: to advance it costs a store. It survives the death of the process,
/// because the kernel has the page. It is not forced, so after a loss of power it may be older than the truth; it
/// is never newer, since an entry is delivered only after its own fsync. So it is a lower bound always, and exact
/// after anything short of a power cut.
final class AcknowledgedMark implements AutoCloseable {
    private static final int CHECK_BITS = 16;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment word;

    private AcknowledgedMark(FileChannel file) throws IOException {
        word = file.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES, arena);
    }

    /// @throws LogDamagedException if the file holds a value that no mark ever had
    static AcknowledgedMark open(Path file) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.size() < Long.BYTES) {
                // The block must be there before the page is: a store into a page that a full disk has no block for
                // kills the process.
                channel.write(ByteBuffer.allocate(Long.BYTES), 0);
                channel.force(true);
            }
            AcknowledgedMark mark = new AcknowledgedMark(channel);
            if (mark.value() != withCheck(mark.index())) {
                mark.arena.close();
                throw new LogDamagedException(file, 0, "the mark fails its check");
            }
            return mark;
        } catch (IOException e) {
            throw new LogOpenException(file, "%s: cannot be used: %s".formatted(file, e.getMessage()), e);
        }
    }

    /// The index of the last entry delivered, as far as known; 0 before the first.
    long index() {
        return value() >>> CHECK_BITS;
    }

    /// Going back, as redelivery does, is ignored.
    void advance(long index) {
        if (index > index()) {
            word.set(ValueLayout.JAVA_LONG, 0, withCheck(index));
        }
    }

    private long value() {
        return word.get(ValueLayout.JAVA_LONG, 0);
    }

    private static long withCheck(long index) {
        return (index << CHECK_BITS) | ((index * GOLDEN) >>> (Long.SIZE - CHECK_BITS));
    }

    @Override
    public void close() {
        word.force();
        arena.close();
    }
}
