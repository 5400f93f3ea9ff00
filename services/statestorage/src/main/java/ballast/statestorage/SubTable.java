package ballast.statestorage;

import java.lang.foreign.MemorySegment;

/// A hash table with open addressing and linear probing: slots of two words, a hash and a record's address. An address
/// of 0 marks a free slot.
///
/// At most three quarters of the slots are taken; then the table doubles, which moves nothing but slots. Confined to
/// the storage's owner.
final class SubTable implements AutoCloseable {
    /// No slot.
    static final int NONE = -1;

    private static final int SLOT_SHIFT = 4;
    private static final long ADDRESS_AT = 8;

    private final OffHeapMemory memory;
    private OffHeapMemory.Region region;
    private MemorySegment slots;
    private int mask;
    private int count;

    SubTable(OffHeapMemory memory, int slotCount) {
        this.memory = memory;
        this.region = memory.region();
        this.slots = region.allocate((long) slotCount << SLOT_SHIFT);
        this.mask = slotCount - 1;
    }

    /// The address in the slot where the search for a hash begins: something to read that brings it into the cache.
    long touch(long hash) {
        return address(home(hash));
    }

    /// The first slot with this hash.
    int find(long hash) {
        return findFrom(home(hash), hash);
    }

    /// The next slot with the same hash.
    int findNext(int slot, long hash) {
        return findFrom((slot + 1) & mask, hash);
    }

    private int findFrom(int start, long hash) {
        int slot = start;
        while (address(slot) != 0) {
            if (hash(slot) == hash) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return NONE;
    }

    long address(int slot) {
        return slots.get(Words.LONG, at(slot) + ADDRESS_AT);
    }

    /// Points a slot that is taken to another record.
    void address(int slot, long address) {
        slots.set(Words.LONG, at(slot) + ADDRESS_AT, address);
    }

    void insert(long hash, long address) {
        if ((count + 1) * 4L > (mask + 1) * 3L) {
            grow();
        }
        place(hash, address);
        count++;
    }

    private void place(long hash, long address) {
        int slot = home(hash);
        while (address(slot) != 0) {
            slot = (slot + 1) & mask;
        }
        set(slot, hash, address);
    }

    /// Frees a slot and moves up those behind it that would not be found any more (Knuth, The Art of Computer
    /// Programming, 6.4, algorithm R).
    void remove(int slot) {
        int hole = slot;
        int next = (hole + 1) & mask;
        while (address(next) != 0) {
            int distanceFromHome = (next - home(hash(next))) & mask;
            int distanceFromHole = (next - hole) & mask;
            if (distanceFromHome >= distanceFromHole) {
                set(hole, hash(next), address(next));
                hole = next;
            }
            next = (next + 1) & mask;
        }
        set(hole, 0, 0);
        count--;
    }

    private void grow() {
        OffHeapMemory.Region oldRegion = region;
        MemorySegment old = slots;
        region = memory.region();
        slots = region.allocate(2 * old.byteSize());
        mask = 2 * mask + 1;
        for (long at = 0; at < old.byteSize(); at += 1L << SLOT_SHIFT) {
            long address = old.get(Words.LONG, at + ADDRESS_AT);
            if (address != 0) {
                place(old.get(Words.LONG, at), address);
            }
        }
        oldRegion.close();
    }

    private int home(long hash) {
        return (int) hash & mask;
    }

    private long hash(int slot) {
        return slots.get(Words.LONG, at(slot));
    }

    private void set(int slot, long hash, long address) {
        slots.set(Words.LONG, at(slot), hash);
        slots.set(Words.LONG, at(slot) + ADDRESS_AT, address);
    }

    private static long at(int slot) {
        return (long) slot << SLOT_SHIFT;
    }

    @Override
    public void close() {
        region.close();
    }
}
