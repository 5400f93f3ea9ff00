package ballast.journal;

import ballast.guard.Invariant;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.zip.CRC32C;

/// Lays out the record of a block in one buffer, which the next call uses again.
final class RecordEncoder {
    private static final int BUFFER_BYTES_MIN = 64 << 10;

    private final int recordBytesMax;
    private final MessageDigest sha256 = Sha256.digest();
    private final CRC32C checksum = new CRC32C();
    private ByteBuffer buffer = ByteBuffer.allocateDirect(0);

    RecordEncoder(int recordBytesMax) {
        this.recordBytesMax = recordBytesMax;
    }

    /// The record, ready to be written. Its last 32 bytes are the hash of the block.
    ByteBuffer encode(JournalBlock block, Hash previousHash) {
        int bytes = recordBytes(block);
        ByteBuffer record = cleared(bytes);
        record.position(RecordFormat.FRAME_BYTES);
        record.putLong(block.height()).putLong(block.timeMillis());
        previousHash.putInto(record);
        record.putLong(block.firstPosition()).putInt(block.entries().size());
        for (JournalEntry entry : block.entries()) {
            record.putInt(entry.transaction().length).putInt(entry.outcome().length);
            record.put(entry.transaction()).put(entry.outcome());
        }
        block.stateDigest().putInto(record);
        sha256.update(record.slice(RecordFormat.FRAME_BYTES, record.position() - RecordFormat.FRAME_BYTES));
        record.put(sha256.digest());
        record.putInt(0, bytes - RecordFormat.FRAME_BYTES);
        record.putInt(RecordFormat.CHECKSUM_AT, checksumOf(record, checksum));
        return record.flip();
    }

    /// CRC32C of a record's length and payload.
    static int checksumOf(ByteBuffer record, CRC32C checksum) {
        int payloadBytes = record.getInt(0);
        checksum.reset();
        checksum.update(record.slice(0, RecordFormat.CHECKSUM_AT));
        checksum.update(record.slice(RecordFormat.FRAME_BYTES, payloadBytes));
        return (int) checksum.getValue();
    }

    private int recordBytes(JournalBlock block) {
        long bytes = RecordFormat.FRAME_BYTES + RecordFormat.ENTRIES_AT + RecordFormat.TRAILER_BYTES;
        for (JournalEntry entry : block.entries()) {
            bytes += RecordFormat.ENTRY_BYTES_MIN + (long) entry.transaction().length + entry.outcome().length;
        }
        long total = bytes;
        Invariant.check(
                total <= recordBytesMax,
                () -> "block %d takes %d bytes (at most: %d)".formatted(block.height(), total, recordBytesMax));
        return (int) total;
    }

    private ByteBuffer cleared(int bytes) {
        if (buffer.capacity() < bytes) {
            buffer = ByteBuffer.allocateDirect(Math.max(BUFFER_BYTES_MIN, bytes + bytes / 2));
        }
        return buffer.clear();
    }
}
