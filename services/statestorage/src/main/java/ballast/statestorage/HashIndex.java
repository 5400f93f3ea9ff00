package ballast.statestorage;

/// Finds the addresses of records by the hashes of their keys: 256 tables, chosen by the highest bits, so that each
/// grows by itself and none of them for long. Confined to the storage's owner.
final class HashIndex implements AutoCloseable {
    private static final int TABLES = 256;
    private static final int TABLE_SHIFT = Long.SIZE - 8;

    private final SubTable[] tables = new SubTable[TABLES];

    HashIndex(OffHeapMemory memory, int slotsInitial) {
        for (int i = 0; i < TABLES; i++) {
            tables[i] = new SubTable(memory, slotsInitial);
        }
    }

    /// The table that a hash belongs to.
    SubTable table(long hash) {
        return tables[(int) (hash >>> TABLE_SHIFT)];
    }

    /// The address of a first record with this hash; 0 if there is none.
    long candidate(long hash) {
        SubTable table = table(hash);
        int slot = table.find(hash);
        return slot == SubTable.NONE ? 0 : table.address(slot);
    }

    void insert(long hash, long address) {
        table(hash).insert(hash, address);
    }

    /// Points the slot of a record, which is here, to another one with the same key.
    void move(long hash, long from, long to) {
        table(hash).address(slotOf(hash, from), to);
    }

    /// Forgets a record; false if it is not here.
    boolean remove(long hash, long address) {
        int slot = slotOf(hash, address);
        if (slot == SubTable.NONE) {
            return false;
        }
        table(hash).remove(slot);
        return true;
    }

    private int slotOf(long hash, long address) {
        SubTable table = table(hash);
        int slot = table.find(hash);
        while (slot != SubTable.NONE && table.address(slot) != address) {
            slot = table.findNext(slot, hash);
        }
        return slot;
    }

    @Override
    public void close() {
        for (SubTable table : tables) {
            table.close();
        }
    }
}
