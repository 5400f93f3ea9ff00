package ballast.statestorage;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;

/// Every key and its value, in memory outside of the heap. Confined to the storage's owner.
///
/// Keys are looked up by the batch ([#locate]): first all slots are touched, then all records, so that the processor
/// waits for many cache misses at once and not for one after the other.
final class StateTable implements AutoCloseable {
    private final HashIndex index;
    private final RecordArena arena;
    private final ChangeTracker tracker;
    private final KeyBatch single;
    private final byte[] value = new byte[Records.VALUE_BYTES_MAX];
    private final byte[] key = new byte[KeyBatch.KEY_BYTES_MAX];
    private long liveRecords;

    /// What [#locate] touched, so that no compiler takes the touching for idle.
    private long touched;

    StateTable(StateStorageOptions options, KeyHash hash, OffHeapMemory memory) {
        index = new HashIndex(memory, options.slotsInitial());
        arena = new RecordArena(memory, options.chunkBytes());
        tracker = new ChangeTracker(memory);
        single = new KeyBatch(hash);
    }

    /// Looks up the records of all keys of a batch.
    void locate(KeyBatch batch) {
        int size = batch.size();
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += index.table(batch.hash(i)).touch(batch.hash(i));
        }
        for (int i = 0; i < size; i++) {
            batch.found(i, index.candidate(batch.hash(i)));
        }
        Records records = arena.records();
        for (int i = 0; i < size; i++) {
            long candidate = batch.address(i);
            sum += candidate == 0 ? 0 : records.header(candidate);
        }
        for (int i = 0; i < size; i++) {
            long candidate = batch.address(i);
            if (candidate != 0 && !hasKey(candidate, batch, i)) {
                batch.found(i, search(batch, i));
            }
        }
        touched = sum;
    }

    /// Compares every record whose hash is that of the key.
    private long search(KeyBatch batch, int i) {
        long hash = batch.hash(i);
        SubTable table = index.table(hash);
        int slot = table.find(hash);
        while (slot != SubTable.NONE && !hasKey(table.address(slot), batch, i)) {
            slot = table.findNext(slot, hash);
        }
        return slot == SubTable.NONE ? 0 : table.address(slot);
    }

    private boolean hasKey(long address, KeyBatch batch, int i) {
        return arena.records().hasKey(address, batch.bytes(), batch.offset(i), batch.length(i));
    }

    /// The value of a key that was located; empty if it has none.
    ByteString value(KeyBatch batch, int i) {
        long address = batch.address(i);
        if (address == 0 || arena.records().valueBytes(address) == 0) {
            return ByteString.EMPTY;
        }
        return UnsafeByteOperations.unsafeWrap(arena.records().value(address));
    }

    /// Sets the value of a key that was located; an empty one removes the key. The batch's other keys stay located.
    void put(KeyBatch batch, int i, ByteString newValue) {
        long address = batch.address(i);
        int valueBytes = newValue.size();
        newValue.copyTo(value, 0);
        if (address != 0) {
            overwrite(batch, i, valueBytes);
        } else if (valueBytes > 0) {
            tracker.changed(insert(batch, i, value, valueBytes, tracker.epoch()));
        }
    }

    private void overwrite(KeyBatch batch, int i, int valueBytes) {
        Records records = arena.records();
        long old = batch.address(i);
        int oldValueBytes = records.valueBytes(old);
        if (oldValueBytes == 0 && valueBytes == 0) {
            return;
        }
        int oldEpoch = records.epoch(old);
        long address = old;
        if (tracker.isFrozen(oldEpoch) || valueBytes > records.valueBytesMax(old)) {
            address = replacement(batch, i, valueBytes);
            retire(old, oldEpoch);
        }
        records = arena.records();
        records.value(address, value, 0, valueBytes);
        if (address != old || !tracker.isChanged(oldEpoch)) {
            records.epoch(address, tracker.epoch());
            tracker.changed(address);
        }
        if (valueBytes == 0) {
            tracker.removed(address);
            liveRecords--;
        } else if (oldValueBytes == 0) {
            liveRecords++;
        }
    }

    private long replacement(KeyBatch batch, int i, int valueBytes) {
        long address = arena.allocate(batch.length(i), valueBytes);
        arena.records().key(address, batch.bytes(), batch.offset(i), batch.length(i));
        index.move(batch.hash(i), batch.address(i), address);
        return address;
    }

    private void retire(long old, int oldEpoch) {
        if (tracker.isDurable(oldEpoch)) {
            arena.free(old);
            return;
        }
        boolean frozen = tracker.isFrozen(oldEpoch);
        if (!frozen) {
            arena.records().empty(old);
        }
        tracker.retire(old, frozen);
    }

    private long insert(KeyBatch batch, int i, byte[] newValue, int valueBytes, int epoch) {
        long address = arena.allocate(batch.length(i), valueBytes);
        Records records = arena.records();
        records.key(address, batch.bytes(), batch.offset(i), batch.length(i));
        records.value(address, newValue, 0, valueBytes);
        records.epoch(address, epoch);
        index.insert(batch.hash(i), address);
        liveRecords++;
        return address;
    }

    /// Adds a record of the last checkpoint; its key must be new.
    void load(byte[] newKey, int from, int keyBytes, byte[] newValue, int valueBytes) {
        single.clear();
        single.add(newKey, from, keyBytes);
        insert(single, 0, newValue, valueBytes, ChangeTracker.LOADED);
    }

    /// Makes up to so many records reusable that nobody reads any more. Undoes what was located.
    void reclaim(long recordsMax) {
        for (long i = 0; i < recordsMax; i++) {
            long piece = tracker.takeGarbage();
            if (piece == 0) {
                return;
            }
            long address = piece & -RecordArena.ALIGNMENT_BYTES;
            if (piece == address) {
                arena.free(address);
            } else if (isForgettable(address)) {
                forget(address);
            }
        }
    }

    /// A removed key may have come back, or moved and left its record to another one.
    private boolean isForgettable(long address) {
        Records records = arena.records();
        return records.keyBytes(address) > 0
                && records.valueBytes(address) == 0
                && tracker.isDurable(records.epoch(address));
    }

    private void forget(long address) {
        single.clear();
        single.add(key, 0, arena.records().copyKey(address, key, 0));
        index.remove(single.hash(0), address);
        arena.free(address);
    }

    /// What changed since the last cut. The one before must be [#released][#release].
    Cut cut(long height) {
        return new Cut(height, liveRecords, arena.records(), tracker.freeze());
    }

    /// The last cut is closed.
    void release() {
        tracker.thaw();
    }

    /// Whether a cut is waiting for its [#release].
    boolean isCut() {
        return tracker.isRunning();
    }

    /// How many records a cut would hold now.
    long changedCount() {
        return tracker.changedCount();
    }

    /// How many keys have a value.
    long liveRecords() {
        return liveRecords;
    }

    /// Says what was touched; of no other use.
    long touched() {
        return touched;
    }

    @Override
    public void close() {
        index.close();
        arena.close();
        tracker.close();
    }
}
