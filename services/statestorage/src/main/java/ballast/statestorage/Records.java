package ballast.statestorage;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Reads and writes records in the chunks of an arena.
///
/// | Bytes | |
/// | --- | --- |
/// | 4 | epoch: the checkpoint interval in which the record was last written |
/// | 2 | length of the value; 0 for a key that was removed and whose removal is not yet durable |
/// | 1 | size class |
/// | 1 | length of the key; 0 for a record that holds nothing |
/// | … | key, then value, then room up to the class's size |
///
/// An address is the number of a byte over all chunks; records start at multiples of 16, never at 0. The list of chunks
/// does not change: when the arena grows it makes another instance, and a reader keeps the one it has.
final class Records {
    static final int HEADER_BYTES = 8;

    /// The longest value.
    static final int VALUE_BYTES_MAX = 4095;

    private static final int CACHE_LINE_BYTES = 64;

    /// Chunks are longer than their addresses by this, so that words may be read where a key ends and a line further.
    static final int SLACK_BYTES = CACHE_LINE_BYTES + Long.BYTES;

    private static final int VALUE_LENGTH_AT = 4;
    private static final int SIZE_CLASS_AT = 6;
    private static final int KEY_LENGTH_AT = 7;

    private final MemorySegment[] chunks;
    private final int chunkShift;
    private final long offsetMask;

    /// No chunks yet, each to come with this many bytes of addresses: a power of two.
    Records(int chunkBytes) {
        this(new MemorySegment[0], Integer.numberOfTrailingZeros(chunkBytes));
    }

    private Records(MemorySegment[] chunks, int chunkShift) {
        this.chunks = chunks;
        this.chunkShift = chunkShift;
        this.offsetMask = (1L << chunkShift) - 1;
    }

    /// These records and those of one more chunk.
    Records with(MemorySegment chunk) {
        MemorySegment[] more = Arrays.copyOf(chunks, chunks.length + 1);
        more[chunks.length] = chunk;
        return new Records(more, chunkShift);
    }

    /// The first address behind the chunks.
    long end() {
        return (long) chunks.length << chunkShift;
    }

    private MemorySegment chunk(long address) {
        return chunks[(int) (address >>> chunkShift)];
    }

    private long offset(long address) {
        return address & offsetMask;
    }

    /// Words of the first two cache lines: something to read that brings the record into the cache.
    long touch(long address) {
        MemorySegment chunk = chunk(address);
        long at = offset(address);
        return chunk.get(Words.LONG, at) + chunk.get(Words.LONG, at + CACHE_LINE_BYTES);
    }

    int epoch(long address) {
        return chunk(address).get(Words.INT, offset(address));
    }

    void epoch(long address, int epoch) {
        chunk(address).set(Words.INT, offset(address), epoch);
    }

    int valueBytes(long address) {
        return chunk(address).get(Words.SHORT, offset(address) + VALUE_LENGTH_AT);
    }

    int sizeClass(long address) {
        return chunk(address).get(Words.BYTE, offset(address) + SIZE_CLASS_AT);
    }

    void sizeClass(long address, int sizeClass) {
        chunk(address).set(Words.BYTE, offset(address) + SIZE_CLASS_AT, (byte) sizeClass);
    }

    int keyBytes(long address) {
        return chunk(address).get(Words.BYTE, offset(address) + KEY_LENGTH_AT) & 0xff;
    }

    /// From here on the record holds nothing.
    void empty(long address) {
        chunk(address).set(Words.BYTE, offset(address) + KEY_LENGTH_AT, (byte) 0);
    }

    /// The freed record behind this one, which is free itself; 0 if it is the last.
    long nextFreed(long address) {
        return chunk(address).get(Words.LONG, offset(address) + HEADER_BYTES);
    }

    void nextFreed(long address, long next) {
        chunk(address).set(Words.LONG, offset(address) + HEADER_BYTES, next);
    }

    /// How long a value the record can take, given its key.
    int valueBytesMax(long address) {
        return SizeClasses.bytes(sizeClass(address)) - HEADER_BYTES - keyBytes(address);
    }

    void key(long address, byte[] bytes, int from, int length) {
        MemorySegment chunk = chunk(address);
        long at = offset(address);
        chunk.set(Words.BYTE, at + KEY_LENGTH_AT, (byte) length);
        MemorySegment.copy(bytes, from, chunk, Words.BYTE, at + HEADER_BYTES, length);
    }

    /// Writes the value behind the key, which must be there.
    void value(long address, byte[] bytes, int from, int length) {
        MemorySegment chunk = chunk(address);
        long at = offset(address);
        chunk.set(Words.SHORT, at + VALUE_LENGTH_AT, (short) length);
        MemorySegment.copy(bytes, from, chunk, Words.BYTE, at + HEADER_BYTES + keyBytes(address), length);
    }

    /// Copies the key and tells its length.
    int copyKey(long address, byte[] into, int at) {
        int length = keyBytes(address);
        MemorySegment.copy(chunk(address), Words.BYTE, offset(address) + HEADER_BYTES, into, at, length);
        return length;
    }

    /// A copy of the value.
    byte[] value(long address) {
        byte[] value = new byte[valueBytes(address)];
        copyValue(address, value);
        return value;
    }

    /// Copies the value and tells its length.
    int copyValue(long address, byte[] into) {
        int length = valueBytes(address);
        long at = offset(address) + HEADER_BYTES + keyBytes(address);
        MemorySegment.copy(chunk(address), Words.BYTE, at, into, 0, length);
        return length;
    }

    /// Whether the record's key is this one, padded to a multiple of eight bytes.
    boolean hasKey(long address, byte[] key, int from, int length) {
        if (keyBytes(address) != length) {
            return false;
        }
        MemorySegment chunk = chunk(address);
        long at = offset(address) + HEADER_BYTES;
        int i = 0;
        for (; i <= length - Long.BYTES; i += Long.BYTES) {
            if (chunk.get(Words.LONG, at + i) != Words.littleEndian(key, from + i)) {
                return false;
            }
        }
        return i == length
                || ((chunk.get(Words.LONG, at + i) ^ Words.littleEndian(key, from + i)) & lowest(length - i)) == 0;
    }

    /// Seven bytes of the key from a position on, the first one highest, then how many there were, where 8 means more
    /// than seven. Compared unsigned, these words put keys into their order: a key comes before those it begins.
    long sortWord(long address, int from) {
        int left = keyBytes(address) - from;
        long word = chunk(address).get(Words.LONG, offset(address) + HEADER_BYTES + from);
        int count = Math.min(left, Long.BYTES);
        return Long.reverseBytes(word & lowest(Math.min(count, 7))) | count;
    }

    /// A mask of the lowest 0 to 7 bytes.
    private static long lowest(int bytes) {
        return (1L << (bytes * Byte.SIZE)) - 1;
    }
}
