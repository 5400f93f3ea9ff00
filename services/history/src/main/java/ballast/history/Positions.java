package ballast.history;

import ballast.guard.Invariant;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/// Where the journal has the entry of each position, and its checksum. A record of 16 bytes:
///
/// ```
/// 0  8  the segment, by the height of its first block
/// 8  4  byte in the segment
/// 12 4  CRC32C of the transaction and the outcome
/// ```
final class Positions implements Closeable {
    static final int BYTES = 16;

    private final AppendFile file;

    private Positions(AppendFile file) {
        this.file = file;
    }

    static Positions open(Path path, long count) throws IOException {
        return new Positions(AppendFile.open(path, count * BYTES));
    }

    /// Adds the next position.
    void append(long segment, long offset, int checksum) {
        Invariant.check(offset >>> Integer.SIZE == 0, "a segment has less than 4 GiB");
        long record = file.append(BYTES);
        file.putLong(record, segment);
        file.putInt(record + 8, (int) offset);
        file.putInt(record + 12, checksum);
    }

    long segment(long position) {
        return file.longAt((position - 1) * BYTES);
    }

    long offset(long position) {
        return Integer.toUnsignedLong(file.intAt((position - 1) * BYTES + 8));
    }

    int checksum(long position) {
        return file.intAt((position - 1) * BYTES + 12);
    }

    void force() throws IOException {
        file.force();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
