package ballast.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.zip.CRC32C;

/// Reads records and proves that each is sound: length, checksum, structure, hash.
final class RecordReader {
    private static final int BUFFER_BYTES_MIN = 16 << 10;

    private final MessageDigest sha256 = Sha256.digest();
    private final CRC32C checksum = new CRC32C();
    private ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES_MIN);

    /// What stands at the offset of a file of so many bytes. A view stays good until the next call.
    RecordRead read(DiskFile file, long offset, long fileBytes) throws IOException {
        return switch (glance(file, offset, fileBytes)) {
            case RecordRead.End end -> end;
            case Broken broken -> broken;
            case FrameRead.Framed framed -> {
                ByteBuffer record = cleared(framed.recordBytes());
                file.readFully(record, offset);
                yield examine(record.flip());
            }
        };
    }

    /// As above, having looked at the length only.
    FrameRead glance(DiskFile file, long offset, long fileBytes) throws IOException {
        long rest = fileBytes - offset;
        if (rest == 0) {
            return new RecordRead.End();
        }
        if (rest < RecordFormat.RECORD_BYTES_MIN) {
            return new Broken(
                    "a record of at least %d bytes, found %d".formatted(RecordFormat.RECORD_BYTES_MIN, rest), true);
        }
        ByteBuffer length = cleared(Integer.BYTES);
        file.readFully(length, offset);
        int payloadBytes = length.getInt(0);
        if (payloadBytes < RecordFormat.PAYLOAD_BYTES_MIN || payloadBytes > RecordFormat.PAYLOAD_BYTES_MAX) {
            return new Broken(
                    "a length from %d to %d, found %d"
                            .formatted(RecordFormat.PAYLOAD_BYTES_MIN, RecordFormat.PAYLOAD_BYTES_MAX, payloadBytes),
                    true);
        }
        if (payloadBytes > rest - RecordFormat.FRAME_BYTES) {
            return new Broken(
                    "%d bytes of payload, found %d".formatted(payloadBytes, rest - RecordFormat.FRAME_BYTES), true);
        }
        return new FrameRead.Framed(RecordFormat.FRAME_BYTES + payloadBytes);
    }

    private RecordRead examine(ByteBuffer record) {
        int found = RecordEncoder.checksumOf(record, checksum);
        int expected = record.getInt(RecordFormat.CHECKSUM_AT);
        if (found != expected) {
            return new Broken("checksum %08x, found %08x".formatted(expected, found), true);
        }
        ByteBuffer payload = record.slice(RecordFormat.FRAME_BYTES, record.limit() - RecordFormat.FRAME_BYTES);
        if (!entriesFill(payload)) {
            return new Broken("entries that fill the record, found others", false);
        }
        int hashAt = payload.limit() - Hash.BYTES;
        sha256.update(payload.slice(0, hashAt));
        Hash hash = Hash.of(sha256.digest());
        if (!hash.standsAt(hashAt, payload)) {
            return new Broken("block hash %s, found %s".formatted(Hash.at(hashAt, payload), hash), false);
        }
        return new RecordRead.Whole(new RecordView(payload));
    }

    private static boolean entriesFill(ByteBuffer payload) {
        int count = payload.getInt(RecordFormat.ENTRY_COUNT_AT);
        int end = payload.limit() - RecordFormat.TRAILER_BYTES;
        long at = RecordFormat.ENTRIES_AT;
        for (int i = 0; i < count; i++) {
            if (end - at < RecordFormat.ENTRY_BYTES_MIN) {
                return false;
            }
            int transactionBytes = payload.getInt((int) at);
            int outcomeBytes = payload.getInt((int) at + Integer.BYTES);
            if (transactionBytes < 0 || outcomeBytes < 0) {
                return false;
            }
            at += RecordFormat.ENTRY_BYTES_MIN + (long) transactionBytes + outcomeBytes;
        }
        return count >= 0 && at == end;
    }

    private ByteBuffer cleared(int bytes) {
        if (buffer.capacity() < bytes) {
            buffer = ByteBuffer.allocate(bytes + bytes / 2);
        }
        return buffer.clear().limit(bytes);
    }
}
