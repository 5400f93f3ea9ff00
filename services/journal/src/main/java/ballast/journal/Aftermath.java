package ballast.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/// Looks at what lies behind a flaw, to tell what a crash leaves from damage: a torn end has no sound block behind it,
/// a hole is made of zeros.
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

    /// Whether something that was written is missing where the flaw is: a segment, the end of one that others follow,
    /// or a sector.
    boolean hasHole(Chain chain) throws IOException {
        List<Extent> sound = chain.sound();
        if (!sound.isEmpty() && sound.getLast().soundBytes() < sound.getLast().fileBytes()) {
            return hasHole(chain, sound.getLast().name(), sound.getLast().soundBytes());
        }
        SegmentName next = chain.rest().getFirst();
        return next.firstHeight() != chain.tail().height() + 1 || hasHole(chain, next, 0);
    }

    private boolean hasHole(Chain chain, SegmentName flawed, long from) throws IOException {
        boolean last = !hasBlocks(flawed, from, chain.tail().height());
        try (DiskFile file = disk.openForReading(directory.resolve(flawed.fileName()))) {
            return hasHole(file, from, last);
        }
    }

    private boolean hasHole(DiskFile file, long from, boolean last) throws IOException {
        return (last && endsEarly(file, from)) || hasUnwrittenSector(file, from);
    }

    /// Whether what begins at an offset claims to be longer than the file; a header's magic number, read as a length,
    /// does.
    private static boolean endsEarly(DiskFile file, long from) throws IOException {
        long bytes = file.size() - from;
        if (bytes < RecordFormat.FRAME_BYTES) {
            return true;
        }
        ByteBuffer frame = ByteBuffer.allocate(RecordFormat.FRAME_BYTES);
        file.readFully(frame, from);
        return Integer.toUnsignedLong(frame.getInt(0)) > bytes - RecordFormat.FRAME_BYTES;
    }

    private boolean hasUnwrittenSector(DiskFile file, long from) throws IOException {
        int sector = disk.sectorBytes();
        long bytes = file.size();
        for (long at = from; at < bytes; at += sector - at % sector) {
            ByteBuffer rest = ByteBuffer.allocate((int) Math.min(sector - at % sector, bytes - at));
            file.readFully(rest, at);
            if (isZero(rest.flip())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isZero(ByteBuffer bytes) {
        return bytes.mismatch(ByteBuffer.allocate(bytes.limit())) < 0;
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
