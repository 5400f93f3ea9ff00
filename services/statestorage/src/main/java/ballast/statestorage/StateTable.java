package ballast.statestorage;

import ballast.types.statestorage.v1.StateDifference;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.util.List;
import java.util.function.Consumer;

/// Every key and its value, in memory outside of the heap. Confined to the storage's owner.
///
/// Keys are looked up in groups: first all slots are touched, then all records, so that the processor waits for many
/// cache misses at once and not for one after the other; and what was found is used while it is near.
final class StateTable implements AutoCloseable {
    /// Few enough for the touched lines to stay in the first cache, enough to have many misses at once.
    private static final int GROUP = 64;

    private final HashIndex index;
    private final RecordArena arena;
    private final ChangeTracker tracker;
    private final KeyBatch single;
    private final byte[] value = new byte[Records.VALUE_BYTES_MAX];
    private final byte[] key = new byte[KeyBatch.KEY_BYTES_MAX];
    private long liveRecords;

    @SuppressWarnings("UnusedVariable") // written so that no compiler takes the touching of memory for idle
    private long touched;

    StateTable(StateStorageOptions options, KeyHash hash, OffHeapMemory memory) {
        index = new HashIndex(memory, options.slotsInitial());
        arena = new RecordArena(memory, options.chunkBytes());
        tracker = new ChangeTracker(memory);
        single = new KeyBatch(hash);
    }

    /// Hands over the values of all keys of a batch, in their order; an empty one for a key that has none.
    void read(KeyBatch batch, Consumer<ByteString> values) {
        for (int from = 0; from < batch.size(); from += GROUP) {
            int to = Math.min(batch.size(), from + GROUP);
            locate(batch, from, to);
            for (int i = from; i < to; i++) {
                values.accept(value(batch.address(i)));
            }
        }
    }

    /// Sets the values of all keys of a batch, no two of which are equal; an empty one removes its key.
    void write(KeyBatch batch, List<StateDifference> differences) {
        for (int from = 0; from < batch.size(); from += GROUP) {
            int to = Math.min(batch.size(), from + GROUP);
            locate(batch, from, to);
            for (int i = from; i < to; i++) {
                put(batch, i, differences.get(i).getValue());
            }
        }
    }

    /// Looks up the records of a part of a batch. They stay where they are while other keys are written.
    private void locate(KeyBatch batch, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += index.table(batch.hash(i)).touch(batch.hash(i));
        }
        for (int i = from; i < to; i++) {
            batch.found(i, index.candidate(batch.hash(i)));
        }
        Records records = arena.records();
        for (int i = from; i < to; i++) {
            long candidate = batch.address(i);
            sum += candidate == 0 ? 0 : records.touch(candidate);
        }
        for (int i = from; i < to; i++) {
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

    private ByteString value(long address) {
        if (address == 0) {
            return ByteString.EMPTY;
        }
        return UnsafeByteOperations.unsafeWrap(arena.records().value(address));
    }

    private void put(KeyBatch batch, int i, ByteString newValue) {
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

    /// Makes up to so many records reusable that nobody reads any more.
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

    /// A removed key may have come back since, and its record may have been given to another key.
    private boolean isForgettable(long address) {
        Records records = arena.records();
        return records.keyBytes(address) > 0
                && records.valueBytes(address) == 0
                && tracker.isDurable(records.epoch(address));
    }

    /// Forgets a removed key, unless its record was replaced: then the index has another one, and this one is garbage
    /// by itself.
    private void forget(long address) {
        single.clear();
        single.add(key, 0, arena.records().copyKey(address, key, 0));
        if (index.remove(single.hash(0), address)) {
            arena.free(address);
        }
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

    @Override
    public void close() {
        index.close();
        arena.close();
        tracker.close();
    }
}
