package ballast.history;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// A file that only grows, seen as memory. Integers are little-endian.
///
/// One thread appends; others may read what it has published to them. Zeros are written to the file before memory is
/// touched there, so that a full disk is an exception here and not a fault of the process.
final class AppendFile implements Closeable {
    /// Nothing that is appended as one lies across a multiple of this.
    static final int CHUNK_BYTES = 16 << 20;

    private static final int CHUNK_SHIFT = 24;
    private static final int STEP_BYTES = 256 << 10;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Path path;
    private final FileChannel channel;
    private final Arena arena = Arena.ofShared();
    private volatile MemorySegment[] chunks = {};
    private long end;
    private long reserved;

    private AppendFile(Path path, FileChannel channel, long end) {
        this.path = path;
        this.channel = channel;
        this.end = end;
        this.reserved = end;
    }

    /// The first so many bytes of a file; what is behind them is cut off.
    ///
    /// @throws HistoryException if there are fewer
    static AppendFile open(Path path, long bytes) throws IOException {
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        long found = channel.size();
        if (found < bytes) {
            channel.close();
            throw new HistoryException("%s has %d bytes (expected: %d)".formatted(path, found, bytes));
        }
        channel.truncate(bytes);
        AppendFile file = new AppendFile(path, channel, bytes);
        while ((long) file.chunks.length << CHUNK_SHIFT < bytes) {
            file.mapNext();
        }
        return file;
    }

    /// How much has been appended.
    long end() {
        return end;
    }

    /// Makes room for so many bytes in one piece and says where.
    long append(int bytes) {
        long offset = end;
        if ((offset & (CHUNK_BYTES - 1)) + bytes > CHUNK_BYTES) {
            offset = (offset | (CHUNK_BYTES - 1)) + 1;
        }
        end = offset + bytes;
        if (end > reserved) {
            reserve();
        }
        return offset;
    }

    long longAt(long offset) {
        return chunks[(int) (offset >>> CHUNK_SHIFT)].get(LONG, offset & (CHUNK_BYTES - 1));
    }

    int intAt(long offset) {
        return chunks[(int) (offset >>> CHUNK_SHIFT)].get(INT, offset & (CHUNK_BYTES - 1));
    }

    void putLong(long offset, long value) {
        chunks[(int) (offset >>> CHUNK_SHIFT)].set(LONG, offset & (CHUNK_BYTES - 1), value);
    }

    void putInt(long offset, int value) {
        chunks[(int) (offset >>> CHUNK_SHIFT)].set(INT, offset & (CHUNK_BYTES - 1), value);
    }

    /// Whether these bytes stand at an offset.
    boolean holds(long offset, byte[] bytes, int length) {
        MemorySegment chunk = chunks[(int) (offset >>> CHUNK_SHIFT)];
        long from = offset & (CHUNK_BYTES - 1);
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            if (chunk.get(LONG, from + at) != (long) WORDS.get(bytes, at)) {
                return false;
            }
        }
        while (at < length && chunk.get(ValueLayout.JAVA_BYTE, from + at) == bytes[at]) {
            at++;
        }
        return at == length;
    }

    /// Two bytes, the upper one first.
    int shortAt(long offset) {
        MemorySegment chunk = chunks[(int) (offset >>> CHUNK_SHIFT)];
        return Short.toUnsignedInt(chunk.get(SHORT, offset & (CHUNK_BYTES - 1)));
    }

    /// The bytes from an offset to the end of its chunk.
    MemorySegment from(long offset) {
        return chunks[(int) (offset >>> CHUNK_SHIFT)].asSlice(offset & (CHUNK_BYTES - 1));
    }

    void force() throws IOException {
        channel.force(true);
        for (MemorySegment chunk : chunks) {
            chunk.force();
        }
    }

    /// Lets go of the file, which then ends where what was appended does.
    @Override
    public void close() throws IOException {
        arena.close();
        channel.truncate(end);
        channel.close();
    }

    private void reserve() {
        try {
            while (reserved < end) {
                int step = STEP_BYTES - (int) (reserved & (STEP_BYTES - 1));
                ByteBuffer zeros = ByteBuffer.allocate(step);
                while (zeros.hasRemaining()) {
                    reserved += channel.write(zeros, reserved);
                }
            }
            while ((long) chunks.length << CHUNK_SHIFT < end) {
                mapNext();
            }
        } catch (IOException e) {
            throw new HistoryException("cannot write to " + path, e);
        }
    }

    private void mapNext() throws IOException {
        int count = chunks.length;
        MemorySegment[] more = Arrays.copyOf(chunks, count + 1);
        more[count] = channel.map(FileChannel.MapMode.READ_WRITE, (long) count << CHUNK_SHIFT, CHUNK_BYTES, arena);
        chunks = more;
    }
}
