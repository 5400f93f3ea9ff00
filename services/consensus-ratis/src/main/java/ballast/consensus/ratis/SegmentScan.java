package ballast.consensus.ratis;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.zip.CRC32C;

/// Reads the records of one segment file, without Ratis and without changing anything.
///
/// A segment is the eight bytes `RaftLog1`, then records, then zeros written ahead. A record is the length of a
/// serialized `LogEntryProto` as a base-128 number, the proto, and a big-endian CRC-32C over both. The proto's
/// first fields are the term (1) and the index (2); zero is left out.
final class SegmentScan implements AutoCloseable {
    private static final byte[] HEADER = "RaftLog1".getBytes(StandardCharsets.UTF_8);
    private static final int CHECKSUM_BYTES = 4;
    private static final int RECORD_BYTES_MAX = 16 << 20;
    private static final int SECTOR_BYTES = 512;
    private static final int TERM_TAG = 1 << 3;
    private static final int INDEX_TAG = 2 << 3;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment bytes;
    private final ByteBuffer buffer;
    private final long first;
    private final OptionalLong wanted;
    private OptionalLong wantedTerm = OptionalLong.empty();
    private long intact;
    private long next;

    /// Where the fields of the record last looked at end and what they say.
    private long cursor;

    private long term;
    private long index;

    /// Scans up to the first byte that is not part of a whole record in sequence.
    ///
    /// @param wanted the index of an entry whose term the caller asks for
    SegmentScan(SegmentName segment, long wanted) throws IOException {
        first = segment.first();
        next = first;
        this.wanted = OptionalLong.of(wanted);
        try (FileChannel channel = FileChannel.open(segment.file(), StandardOpenOption.READ)) {
            bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            buffer = bytes.asByteBuffer().order(ByteOrder.BIG_ENDIAN);
        }
        if (hasHeader()) {
            intact = HEADER.length;
            scan();
        }
    }

    private boolean hasHeader() {
        return bytes.byteSize() >= HEADER.length
                && bytes.asSlice(0, HEADER.length).mismatch(MemorySegment.ofArray(HEADER)) < 0;
    }

    private void scan() {
        for (long end = recordEnd(intact); end > 0 && index == next; end = recordEnd(intact)) {
            if (wanted.getAsLong() == index) {
                wantedTerm = OptionalLong.of(term);
            }
            next++;
            intact = end;
        }
    }

    boolean hasEntries() {
        return next > first;
    }

    /// The index of the last whole record in sequence; one before the segment's first if there is none.
    long last() {
        return next - 1;
    }

    /// Where the first byte stands that is not part of the header or a whole record in sequence.
    long intactBytes() {
        return intact;
    }

    long fileBytes() {
        return bytes.byteSize();
    }

    OptionalLong termOfWanted() {
        return wantedTerm;
    }

    /// Whether nothing but zeros follows the whole records.
    boolean endsCleanly() {
        return isZero(intact, bytes.byteSize());
    }

    /// The index of a whole record of this log somewhere behind the first damaged byte.
    OptionalLong recordBehindDamage() {
        for (long offset = intact + 1; offset < bytes.byteSize(); offset++) {
            if (bytes.get(ValueLayout.JAVA_BYTE, offset) != 0 && recordEnd(offset) > 0 && index >= next) {
                return OptionalLong.of(index);
            }
        }
        return OptionalLong.empty();
    }

    /// Whether the record at the first damaged byte shows what a write leaves behind that never finished: it
    /// reaches beyond the end of the file, or a sector of it still holds the zeros that were there before. An
    /// entry that was forced cannot look like that, a flipped bit seldom does.
    boolean looksUnfinished() {
        long end = claimedEnd();
        if (end > bytes.byteSize()) {
            return true;
        }
        long at = intact;
        while (at < end) {
            long sectorEnd = Math.min((at / SECTOR_BYTES + 1) * SECTOR_BYTES, end);
            if (isZero(at, sectorEnd)) {
                return true;
            }
            at = sectorEnd;
        }
        return false;
    }

    private long claimedEnd() {
        cursor = intact;
        long length = number();
        return cursor + (length < 0 || length > RECORD_BYTES_MAX ? 1 : length + CHECKSUM_BYTES);
    }

    /// Looks at the record that begins at `offset`; the place after it, or -1 if it is not whole.
    private long recordEnd(long offset) {
        cursor = offset;
        long length = number();
        long protoEnd = cursor + length;
        if (length <= 0 || length > RECORD_BYTES_MAX || protoEnd + CHECKSUM_BYTES > bytes.byteSize()) {
            return -1;
        }
        if (!fields()) {
            return -1;
        }
        CRC32C checksum = new CRC32C();
        checksum.update(buffer.slice((int) offset, (int) (protoEnd - offset)));
        return buffer.getInt((int) protoEnd) == (int) checksum.getValue() ? protoEnd + CHECKSUM_BYTES : -1;
    }

    private boolean fields() {
        if (number() != TERM_TAG) {
            return false;
        }
        term = number();
        long before = cursor;
        index = 0;
        if (number() == INDEX_TAG) {
            index = number();
        } else {
            cursor = before;
        }
        return term >= 0 && index >= 0;
    }

    /// Reads a base-128 number at the cursor; -1 if there is none.
    private long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE && cursor < bytes.byteSize(); shift += 7) {
            byte part = bytes.get(ValueLayout.JAVA_BYTE, cursor++);
            value |= (long) (part & 0x7F) << shift;
            if (part >= 0) {
                return value;
            }
        }
        return -1;
    }

    private boolean isZero(long from, long to) {
        for (long at = from; at < to; at++) {
            if (bytes.get(ValueLayout.JAVA_BYTE, at) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        arena.close();
    }
}
