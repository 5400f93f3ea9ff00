package ballast.statestorage;

/// The memory of all records: chunks that are filled from the front, and a list of freed records for each size class.
///
/// A freed record keeps its size for ever and waits for one of the same class, so the waste is bounded by what was in
/// use at once. Confined to the storage's owner.
final class RecordArena implements AutoCloseable {
    /// Addresses are multiples of this.
    static final int ALIGNMENT_BYTES = SizeClasses.STEP_BYTES;

    private final OffHeapMemory.Region region;
    private final int chunkBytes;
    private final long[] freed = new long[SizeClasses.count()];
    private Records records;
    private long next;

    RecordArena(OffHeapMemory memory, int chunkBytes) {
        this.region = memory.region();
        this.chunkBytes = chunkBytes;
        this.records = new Records(chunkBytes);
    }

    /// The records so far. Changes with [#allocate].
    Records records() {
        return records;
    }

    /// A record with room for a key and a value, holding nothing.
    long allocate(int keyBytes, int valueBytes) {
        int sizeClass = SizeClasses.classFor(Records.HEADER_BYTES + keyBytes + valueBytes);
        long address = freed[sizeClass];
        if (address == 0) {
            address = append(SizeClasses.bytes(sizeClass));
        } else {
            freed[sizeClass] = records.nextFreed(address);
        }
        records.sizeClass(address, sizeClass);
        return address;
    }

    /// Gives a record back. Nobody may read it any more.
    void free(long address) {
        int sizeClass = records.sizeClass(address);
        records.empty(address);
        records.nextFreed(address, freed[sizeClass]);
        freed[sizeClass] = address;
    }

    private long append(int bytes) {
        if (records.end() - next < bytes) {
            next = Math.max(ALIGNMENT_BYTES, records.end());
            records = records.with(region.allocate((long) chunkBytes + Records.SLACK_BYTES));
        }
        long address = next;
        next += bytes;
        return address;
    }

    @Override
    public void close() {
        region.close();
    }
}
