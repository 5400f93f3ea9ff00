package ballast.statestorage;

import com.google.protobuf.ByteString;
import java.util.Arrays;

/// The keys of one request, copied side by side, with their hashes and the records they were found at.
///
/// Kept from request to request: its memory is that of the largest request seen. Confined to the storage's owner.
final class KeyBatch {
    /// The longest key.
    static final int KEY_BYTES_MAX = 255;

    private static final int NONE = -1;

    private final KeyHash hash;
    private byte[] bytes = new byte[1 << 12];
    private int bytesUsed;
    private int[] offsets = new int[64];
    private int[] lengths = new int[64];
    private long[] hashes = new long[64];
    private long[] addresses = new long[64];
    private int[] seen = new int[0];
    private int size;

    KeyBatch(KeyHash hash) {
        this.hash = hash;
    }

    void clear() {
        size = 0;
        bytesUsed = 0;
    }

    /// Copies and hashes a key.
    ///
    /// @throws IllegalArgumentException if it is empty or longer than [#KEY_BYTES_MAX]
    void add(ByteString key) {
        int length = key.size();
        if (length == 0 || length > KEY_BYTES_MAX) {
            throw new IllegalArgumentException("key: %d bytes (expected: 1 to %d)".formatted(length, KEY_BYTES_MAX));
        }
        int offset = reserve(length);
        key.copyTo(bytes, offset);
        append(offset, length);
    }

    /// As above, for a key that was checked before it was ever stored.
    void add(byte[] key, int from, int length) {
        int offset = reserve(length);
        System.arraycopy(key, from, bytes, offset, length);
        append(offset, length);
    }

    private int reserve(int length) {
        int padded = (length + KeyHash.PADDED_BYTES - 1) & -KeyHash.PADDED_BYTES;
        int offset = bytesUsed;
        bytesUsed += padded;
        if (bytesUsed > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytesUsed);
        }
        Arrays.fill(bytes, bytesUsed - KeyHash.PADDED_BYTES, bytesUsed, (byte) 0);
        return offset;
    }

    private void append(int offset, int length) {
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * size);
            lengths = Arrays.copyOf(lengths, 2 * size);
            hashes = Arrays.copyOf(hashes, 2 * size);
            addresses = Arrays.copyOf(addresses, 2 * size);
        }
        offsets[size] = offset;
        lengths[size] = length;
        hashes[size] = hash.of(bytes, offset, length);
        size++;
    }

    /// Whether a key stands here twice.
    boolean hasDuplicate() {
        int slots = Integer.highestOneBit(Math.max(1, size)) << 2;
        if (seen.length < slots) {
            seen = new int[slots];
        }
        Arrays.fill(seen, 0, slots, NONE);
        for (int i = 0; i < size; i++) {
            int slot = (int) hashes[i] & (slots - 1);
            while (seen[slot] != NONE) {
                if (sameKey(seen[slot], i)) {
                    return true;
                }
                slot = (slot + 1) & (slots - 1);
            }
            seen[slot] = i;
        }
        return false;
    }

    private boolean sameKey(int a, int b) {
        return hashes[a] == hashes[b]
                && Arrays.equals(
                        bytes, offsets[a], offsets[a] + lengths[a], bytes, offsets[b], offsets[b] + lengths[b]);
    }

    int size() {
        return size;
    }

    /// The array that holds all keys, each padded with zeros to a multiple of [KeyHash#PADDED_BYTES].
    byte[] bytes() {
        return bytes;
    }

    int offset(int index) {
        return offsets[index];
    }

    int length(int index) {
        return lengths[index];
    }

    long hash(int index) {
        return hashes[index];
    }

    /// Where the key's record is, as far as anyone has looked; 0 if nowhere.
    long address(int index) {
        return addresses[index];
    }

    void found(int index, long address) {
        addresses[index] = address;
    }
}
