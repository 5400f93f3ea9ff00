package ballast.statestorage;

/// The sizes of a storage. The defaults suit any number of records; smaller ones are for tests.
///
/// @param chunkBytes memory for records is taken in pieces of this size: a power of two, at least 8 KiB
/// @param slotsInitial the slots that each of the 256 parts of the index starts with: a power of two, at least 2
/// @param runRecordsMax the records that a checkpoint sorts at once, at least 1; each needs 32 bytes of heap while it
/// runs
/// @param hashSeed makes it impossible to choose keys that collide, if clients do not know it; never visible in results
public record StateStorageOptions(int chunkBytes, int slotsInitial, int runRecordsMax, long hashSeed) {
    private static final int CHUNK_BYTES_MIN = 8 << 10;

    public StateStorageOptions {
        if (Integer.bitCount(chunkBytes) != 1 || chunkBytes < CHUNK_BYTES_MIN) {
            throw new IllegalArgumentException(
                    "chunkBytes: %d (expected: a power of two, at least %d)".formatted(chunkBytes, CHUNK_BYTES_MIN));
        }
        if (Integer.bitCount(slotsInitial) != 1 || slotsInitial < 2) {
            throw new IllegalArgumentException(
                    "slotsInitial: %d (expected: a power of two, at least 2)".formatted(slotsInitial));
        }
        if (runRecordsMax < 1) {
            throw new IllegalArgumentException("runRecordsMax: %d (expected: at least 1)".formatted(runRecordsMax));
        }
    }

    /// 1 MiB chunks (zeroing a new one takes about 0.3 ms), 16 slots, runs of half a million records.
    public static StateStorageOptions defaults() {
        return new StateStorageOptions(1 << 20, 16, 1 << 19, 0x2545_f491_4f6c_dd1dL);
    }

    /// The same with another hash seed.
    public StateStorageOptions withHashSeed(long seed) {
        return new StateStorageOptions(chunkBytes, slotsInitial, runRecordsMax, seed);
    }
}
