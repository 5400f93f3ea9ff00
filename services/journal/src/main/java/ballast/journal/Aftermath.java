package ballast.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/// Looks for sound blocks behind a flaw. There are none behind the torn end of a journal.
final class Aftermath {
    private static final int WINDOW_BYTES = 1 << 20;

    /// Length, checksum and height of a record: what is looked at in every place.
    private static final int GLANCE_BYTES = RecordFormat.FRAME_BYTES + Long.BYTES;

    private final Disk disk;
    private final Path directory;
    private final RecordReader reader = new RecordReader();

    Aftermath(Disk disk, Path directory) {
        this.disk = disk;
        this.directory = directory;
    }

    /// Whether any later block than the last sound one is there. Bytes are tried one by one: nothing behind a
    /// flaw says where records start.
    boolean hasBlocks(Chain chain) throws IOException {
        List<Extent> sound = chain.sound();
        long above = chain.tail().height();
        if (!sound.isEmpty()
                && hasBlocks(sound.getLast().name(), sound.getLast().soundBytes(), above)) {
            return true;
        }
        for (SegmentName segment : chain.rest()) {
            if (hasBlocks(segment, 0, above)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasBlocks(SegmentName segment, long from, long above) throws IOException {
        try (DiskFile file = disk.openForReading(directory.resolve(segment.fileName()))) {
            long bytes = file.size();
            long heightMax = Math.max(above, segment.firstHeight()) + bytes / RecordFormat.RECORD_BYTES_MIN;
            return hasBlocks(file, from, bytes, new Heights(above, heightMax));
        }
    }

    private boolean hasBlocks(DiskFile file, long from, long bytes, Heights heights) throws IOException {
        ByteBuffer window = ByteBuffer.allocate((int) Math.min(WINDOW_BYTES, bytes));
        for (long at = from; at <= bytes - RecordFormat.RECORD_BYTES_MIN; at += WINDOW_BYTES - GLANCE_BYTES + 1) {
            file.readFully(window.clear().limit((int) Math.min(WINDOW_BYTES, bytes - at)), at);
            for (int i = 0; i <= window.limit() - GLANCE_BYTES; i++) {
                boolean plausible =
                        heights.contain(window.getLong(i + RecordFormat.FRAME_BYTES + RecordFormat.HEIGHT_AT));
                if (plausible && reader.read(file, at + i, bytes) instanceof RecordRead.Whole) {
                    return true;
                }
            }
        }
        return false;
    }

    private record Heights(long above, long max) {
        boolean contain(long height) {
            return height > above && height <= max;
        }
    }
}
