package ballast.history;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/// Every term that ever occurred, numbered from 0, with its last posting.
///
/// The bytes of a term stand in a file: their number (2 bytes, 0 where the rest of a chunk is left empty), then the
/// bytes. In memory there are, for each term, where it stands (8 bytes), its last posting (8), and on average 12 of a
/// hash table. One thread adds; others may look up what it has published.
final class Terms implements Closeable {
    static final int NONE = -1;

    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LENGTH_BYTES = 2;
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L; // 2^64 divided by the golden ratio
    private static final long TERM_MASK = 0xFFFF_FFFFL;

    /// Eight bits of a hash stand with the term, so that few others are compared byte by byte.
    private static final int TAG_SHIFT = 56;

    private final AppendFile file;
    private final long seed;
    private final LongColumn offsets = new LongColumn();
    private final LongColumn heads = new LongColumn();
    private volatile long[] slots = new long[1 << 10];
    private final CRC32C checksum = new CRC32C();
    private int count;

    private Terms(AppendFile file, long seed) {
        this.file = file;
        this.seed = seed;
    }

    /// The terms of a file as they were at a mark.
    ///
    /// @throws HistoryException if they are others
    static Terms open(Path path, Mark mark, long seed) throws IOException {
        Terms terms = new Terms(AppendFile.open(path, mark.termBytes()), seed);
        try {
            terms.load();
            if (terms.count != mark.terms() || terms.checksum() != mark.termsChecksum()) {
                throw new HistoryException(
                        "%s has %d terms (expected: %d, unchanged)".formatted(path, terms.count, mark.terms()));
            }
            return terms;
        } catch (HistoryException e) {
            terms.close();
            throw e;
        }
    }

    int count() {
        return count;
    }

    long bytes() {
        return file.end();
    }

    /// The term of a key; [#NONE] if it never occurred.
    int find(TermKey key) {
        long hash = hash(key);
        long[] table = slots;
        for (int slot = (int) hash & (table.length - 1); ; slot = (slot + 1) & (table.length - 1)) {
            long found = (long) SLOT.getAcquire(table, slot);
            if (found == 0) {
                return NONE;
            }
            int term = (int) (found & TERM_MASK) - 1;
            if (found >>> TAG_SHIFT == hash >>> TAG_SHIFT && isKey(term, key)) {
                return term;
            }
        }
    }

    /// The term of a key, which is new.
    int add(TermKey key) {
        long offset = file.append(LENGTH_BYTES + key.length);
        MemorySegment place = file.from(offset);
        place.set(ValueLayout.JAVA_BYTE, 0, (byte) (key.length >>> 8));
        place.set(ValueLayout.JAVA_BYTE, 1, (byte) key.length);
        MemorySegment.copy(key.bytes, 0, place, ValueLayout.JAVA_BYTE, LENGTH_BYTES, key.length);
        return enter(offset, key);
    }

    /// Of all keys, one behind the other.
    long checksum() {
        return checksum.getValue();
    }

    /// The last posting of a term; 0 if it has none yet.
    long head(int term) {
        return heads.at(term);
    }

    void setHead(int term, long posting) {
        heads.set(term, posting);
    }

    byte kind(int term) {
        return key(term).get(ValueLayout.JAVA_BYTE, 0);
    }

    /// The bytes of a term.
    MemorySegment key(int term) {
        return keyAt(offsets.at(term));
    }

    /// The part of a key of an account before or behind its zero.
    String text(int term, boolean behind) {
        byte[] key = key(term).toArray(ValueLayout.JAVA_BYTE);
        int zero = 1;
        while (key[zero] != 0) {
            zero++;
        }
        return behind
                ? new String(key, zero + 1, key.length - zero - 1, StandardCharsets.UTF_8)
                : new String(key, 1, zero - 1, StandardCharsets.UTF_8);
    }

    void force() throws IOException {
        file.force();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void load() {
        TermKey key = new TermKey();
        long offset = 0;
        while (offset < file.end()) {
            int length = lengthAt(offset);
            if (length == 0) {
                offset = (offset | (AppendFile.CHUNK_BYTES - 1)) + 1;
            } else {
                byte[] bytes = keyAt(offset).toArray(ValueLayout.JAVA_BYTE);
                key.length = 0;
                key.part(bytes, 0, bytes.length);
                enter(offset, key);
                offset += LENGTH_BYTES + length;
            }
        }
    }

    private int enter(long offset, TermKey key) {
        checksum.update(key.bytes, 0, key.length);
        long hash = hash(key);
        int term = count++;
        offsets.set(term, offset);
        heads.set(term, 0);
        if (3L * count > 2L * slots.length) {
            grow();
        }
        insert(slots, hash, term);
        return term;
    }

    private void grow() {
        long[] larger = new long[2 * slots.length];
        TermKey key = new TermKey();
        for (int term = 0; term < count - 1; term++) {
            byte[] bytes = key(term).toArray(ValueLayout.JAVA_BYTE);
            key.length = 0;
            key.part(bytes, 0, bytes.length);
            insert(larger, hash(key), term);
        }
        slots = larger;
    }

    private static void insert(long[] table, long hash, int term) {
        int slot = (int) hash & (table.length - 1);
        while (table[slot] != 0) {
            slot = (slot + 1) & (table.length - 1);
        }
        SLOT.setRelease(table, slot, hash >>> TAG_SHIFT << TAG_SHIFT | (term + 1));
    }

    private boolean isKey(int term, TermKey key) {
        long offset = offsets.at(term);
        return file.shortAt(offset) == key.length && file.holds(offset + LENGTH_BYTES, key.bytes, key.length);
    }

    private MemorySegment keyAt(long offset) {
        return file.from(offset).asSlice(LENGTH_BYTES, lengthAt(offset));
    }

    private int lengthAt(long offset) {
        MemorySegment place = file.from(offset);
        if (place.byteSize() < LENGTH_BYTES) {
            return 0;
        }
        int length = (place.get(ValueLayout.JAVA_BYTE, 0) & 0xFF) << 8 | (place.get(ValueLayout.JAVA_BYTE, 1) & 0xFF);
        return (int) Math.min(length, place.byteSize() - LENGTH_BYTES);
    }

    /// Not for ever: the seed is another one at each start, so that nobody can choose keys that collide.
    private long hash(TermKey key) {
        long hash = seed ^ key.length;
        int at = 0;
        for (; at + Long.BYTES <= key.length; at += Long.BYTES) {
            hash = mix(hash ^ (long) WORDS.get(key.bytes, at));
        }
        long rest = 0;
        for (; at < key.length; at++) {
            rest = rest << 8 | (key.bytes[at] & 0xFF);
        }
        return mix(mix(hash ^ rest));
    }

    private static long mix(long word) {
        return word * MULTIPLIER ^ Math.unsignedMultiplyHigh(word, MULTIPLIER);
    }
}
