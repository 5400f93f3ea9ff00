package ballast.virtualmachine;

import com.google.protobuf.UnsafeByteOperations;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Finds the slot of a key among the keys of one block: open addressing, at most half full, nothing ever
/// leaves.
///
/// Ids and addresses are chosen by callers. The hash begins with a seed that they cannot know, so that nobody
/// can choose keys that all fall into one place. There is no order to iterate in.
final class SlotTable<T> {
    /// 2⁶⁴ divided by the golden ratio: odd, and its bits look like chance.
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

    private static final int CAPACITY_MIN = 16;

    private final long seed;
    private final Codec<T> codec;
    private @Nullable Slot<T>[] slots;
    private int size;

    SlotTable(long seed, Codec<T> codec, int expectedKeys) {
        this.seed = seed;
        this.codec = codec;
        this.slots = array(Integer.highestOneBit(Math.max(CAPACITY_MIN, 4 * expectedKeys - 1)));
    }

    /// The slot of a key; a new one, not yet loaded, if the table had none.
    ///
    /// @param key its first bytes are the key; the array is not kept
    Slot<T> slot(byte[] key, int length) {
        int hash = hash(seed, key, length);
        int place = place(hash, key, length);
        var known = slots[place];
        if (known != null) {
            return known;
        }
        var bytes = Arrays.copyOf(key, length);
        var added = new Slot<>(UnsafeByteOperations.unsafeWrap(bytes), bytes, hash, codec);
        slots[place] = added;
        size++;
        if (2 * size > slots.length) {
            grow();
        }
        return added;
    }

    /// Where the slot of a key is, or would be.
    private int place(int hash, byte[] key, int length) {
        int place = hash & (slots.length - 1);
        for (var slot = slots[place]; slot != null; slot = slots[place]) {
            if (slot.hash == hash && Arrays.equals(slot.keyBytes, 0, slot.keyBytes.length, key, 0, length)) {
                return place;
            }
            place = (place + 1) & (slots.length - 1);
        }
        return place;
    }

    private void grow() {
        var before = slots;
        slots = array(2 * before.length);
        for (var slot : before) {
            if (slot != null) {
                int place = slot.hash & (slots.length - 1);
                while (slots[place] != null) {
                    place = (place + 1) & (slots.length - 1);
                }
                slots[place] = slot;
            }
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of generic types
    private static <T> @Nullable Slot<T>[] array(int length) {
        return new Slot[length];
    }

    /// Eight bytes at a time, then one at a time, each multiplied by a number that nobody knows; both halves of
    /// the product count, so that no difference between two keys is sure to vanish.
    static int hash(long seed, byte[] key, int length) {
        long factor = (seed * MULTIPLIER) | 1;
        long hash = seed ^ length;
        int at = 0;
        for (; at <= length - Long.BYTES; at += Long.BYTES) {
            hash = product(hash ^ WordBytes.at(key, at), factor);
        }
        for (; at < length; at++) {
            hash = product(hash ^ key[at], factor);
        }
        return (int) product(hash ^ MULTIPLIER, MULTIPLIER);
    }

    private static long product(long one, long other) {
        return Math.unsignedMultiplyHigh(one, other) ^ (one * other);
    }
}
