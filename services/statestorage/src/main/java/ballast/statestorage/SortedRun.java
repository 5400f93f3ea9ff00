package ballast.statestorage;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileWriter;

/// A part of a checkpoint's records, in the order of their keys.
final class SortedRun {
    private final Records records;
    private final long[] addresses;
    private final long next;

    private SortedRun(Records records, long[] addresses, long next) {
        this.records = records;
        this.addresses = addresses;
        this.next = next;
    }

    /// Takes the next records of a list, at most so many, and sorts them. Records that hold nothing are left out.
    static SortedRun collect(Cut cut, long from, int recordsMax) {
        AddressList changed = cut.changed();
        long[] addresses = new long[(int) Math.min(recordsMax, changed.size() - from)];
        int count = 0;
        long next = from;
        while (next < changed.size() && count < addresses.length) {
            long address = changed.get(next++);
            if (cut.records().keyBytes(address) > 0) {
                addresses[count++] = address;
            }
        }
        long[] found = Arrays.copyOf(addresses, count);
        KeySort.sort(cut.records(), found);
        return new SortedRun(cut.records(), found, next);
    }

    /// Where the next part begins on the checkpoint's list.
    long next() {
        return next;
    }

    /// Writes the values, and the removals of keys whose value is empty.
    void write(SstFileWriter writer) throws RocksDBException {
        byte[] key = new byte[StoreKeys.PREFIX_BYTES + KeyBatch.KEY_BYTES_MAX];
        key[0] = StoreKeys.RECORD;
        byte[] value = new byte[Records.VALUE_BYTES_MAX];
        ByteBuffer keyOut = ByteBuffer.allocateDirect(key.length);
        ByteBuffer valueOut = ByteBuffer.allocateDirect(value.length);
        for (long address : addresses) {
            int keyBytes = StoreKeys.PREFIX_BYTES + records.copyKey(address, key, StoreKeys.PREFIX_BYTES);
            int valueBytes = records.copyValue(address, value);
            if (valueBytes == 0) {
                writer.delete(Arrays.copyOf(key, keyBytes));
            } else {
                writer.put(
                        keyOut.clear().put(key, 0, keyBytes).flip(),
                        valueOut.clear().put(value, 0, valueBytes).flip());
            }
        }
    }
}
