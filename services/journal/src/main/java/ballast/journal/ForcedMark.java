package ballast.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32C;

/// Remembers, in a file of its own, the last block that was forced to disk: a journal that ends below it, or has
/// another block there, has lost something that no crash explains.
///
/// Two slots are written in turn, so that a crash in the middle of a write leaves the other. Each is, big-endian:
///
/// ```
///  0  8  "BALLASTF"
///  8  8  height
/// 16 32  hash of the block
/// 48  4  CRC32C of the 48 bytes before
/// ```
final class ForcedMark implements Closeable {
    /// Slots lie in different sectors of any disk.
    static final int SLOT_DISTANCE_BYTES = 4096;

    static final int SLOT_BYTES = 52;

    private static final long MAGIC = 0x42_41_4C_4C_41_53_54_46L;
    private static final int HEIGHT_AT = 8;
    private static final int HASH_AT = 16;
    private static final int CHECKSUM_AT = 48;

    /// A block that was forced; height 0 if none was.
    record Mark(long height, Hash hash) {
        static final Mark NONE = new Mark(0, Hash.ZERO);
    }

    private final DiskFile file;
    private Optional<Mark> last;
    private int nextSlot;

    private ForcedMark(DiskFile file) throws IOException {
        Optional<Mark> first = slot(file, 0);
        Optional<Mark> second = slot(file, 1);
        this.file = file;
        this.nextSlot = height(second) > height(first) ? 0 : 1;
        this.last = nextSlot == 0 ? second : first;
    }

    /// Opens the file to read and write; makes one, with room for both slots, if there is none.
    static ForcedMark open(Disk disk, Path directory) throws IOException {
        Path path = directory.resolve(JournalFiles.MARK);
        if (!disk.list(directory).contains(JournalFiles.MARK)) {
            create(disk, path);
            disk.forceDirectory(directory);
        }
        DiskFile file = disk.openForWriting(path);
        try {
            return new ForcedMark(file);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /// The last block that was forced; empty if the file is missing or damaged, so that nobody knows.
    static Optional<Mark> read(Disk disk, Path directory) throws IOException {
        if (!disk.list(directory).contains(JournalFiles.MARK)) {
            return Optional.empty();
        }
        try (DiskFile file = disk.openForReading(directory.resolve(JournalFiles.MARK))) {
            return new ForcedMark(file).last;
        }
    }

    /// To be called once everything up to the block is durable; when it returns, so is the mark.
    void write(Mark mark) throws IOException {
        if (last.equals(Optional.of(mark))) {
            return;
        }
        file.writeFully(encode(mark), (long) nextSlot * SLOT_DISTANCE_BYTES);
        file.force();
        last = Optional.of(mark);
        nextSlot = 1 - nextSlot;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static void create(Disk disk, Path path) throws IOException {
        try (DiskFile file = disk.create(path)) {
            ByteBuffer slots = ByteBuffer.allocate(2 * SLOT_DISTANCE_BYTES);
            file.writeFully(slots.put(0, encode(Mark.NONE), 0, SLOT_BYTES), 0);
            file.force();
        }
    }

    private static long height(Optional<Mark> mark) {
        return mark.map(Mark::height).orElse(-1L);
    }

    private static ByteBuffer encode(Mark mark) {
        ByteBuffer slot = ByteBuffer.allocate(SLOT_BYTES);
        slot.putLong(MAGIC).putLong(mark.height());
        mark.hash().putInto(slot);
        return slot.putInt(checksumOf(slot)).flip();
    }

    private static Optional<Mark> slot(DiskFile file, int number) throws IOException {
        long offset = (long) number * SLOT_DISTANCE_BYTES;
        if (file.size() < offset + SLOT_BYTES) {
            return Optional.empty();
        }
        ByteBuffer slot = ByteBuffer.allocate(SLOT_BYTES);
        file.readFully(slot, offset);
        boolean sound = slot.getLong(0) == MAGIC && slot.getInt(CHECKSUM_AT) == checksumOf(slot);
        return sound ? Optional.of(new Mark(slot.getLong(HEIGHT_AT), Hash.at(HASH_AT, slot))) : Optional.empty();
    }

    private static int checksumOf(ByteBuffer slot) {
        CRC32C checksum = new CRC32C();
        checksum.update(slot.slice(0, CHECKSUM_AT));
        return (int) checksum.getValue();
    }
}
