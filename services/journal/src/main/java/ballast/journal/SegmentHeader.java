package ballast.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// The first bytes of a segment: whose it is and what its first block continues. All integers are big-endian.
///
/// ```
///  0  8  "BALLASTJ"
///  8  4  format version
/// 12  4  consensus group
/// 16  8  height of the first block
/// 24  8  position of the first entry
/// 32 32  hash of the block before
/// 64  4  CRC32C of the 64 bytes before
/// ```
record SegmentHeader(int group, long firstHeight, long firstPosition, Hash previousHash) {
    static final int BYTES = 68;
    static final int VERSION = 1;

    private static final long MAGIC = 0x42_41_4C_4C_41_53_54_4AL;
    private static final int VERSION_AT = 8;
    private static final int GROUP_AT = 12;
    private static final int HEIGHT_AT = 16;
    private static final int POSITION_AT = 24;
    private static final int HASH_AT = 32;
    private static final int CHECKSUM_AT = 64;

    static SegmentHeader of(int group, Tail before) {
        return new SegmentHeader(group, before.height() + 1, before.lastPosition() + 1, before.hash());
    }

    ByteBuffer encode() {
        ByteBuffer header = ByteBuffer.allocate(BYTES);
        header.putLong(MAGIC).putInt(VERSION).putInt(group).putLong(firstHeight).putLong(firstPosition);
        previousHash.putInto(header);
        return header.putInt(checksumOf(header)).flip();
    }

    static HeaderRead read(DiskFile file, long fileBytes) throws IOException {
        if (fileBytes < BYTES) {
            return new Broken("a header of %d bytes, found %d".formatted(BYTES, fileBytes), true);
        }
        ByteBuffer header = ByteBuffer.allocate(BYTES);
        file.readFully(header, 0);
        if (header.getLong(0) != MAGIC || header.getInt(CHECKSUM_AT) != checksumOf(header)) {
            return new Broken("a header with its magic number and checksum, found another", true);
        }
        int version = header.getInt(VERSION_AT);
        if (version != VERSION) {
            return new Broken("format version %d, found %d".formatted(VERSION, version), false);
        }
        return new HeaderRead.Whole(new SegmentHeader(
                header.getInt(GROUP_AT),
                header.getLong(HEIGHT_AT),
                header.getLong(POSITION_AT),
                Hash.at(HASH_AT, header)));
    }

    private static int checksumOf(ByteBuffer header) {
        CRC32C checksum = new CRC32C();
        checksum.update(header.slice(0, CHECKSUM_AT));
        return (int) checksum.getValue();
    }
}
