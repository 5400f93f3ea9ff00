package ballast.journal;

import ballast.guard.FailPoint;
import ballast.guard.FailPoints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/// Writes records to the end of the last segment, and starts the next one when it is full.
final class SegmentAppender {
    private final Disk disk;
    private final Path directory;
    private final JournalOptions options;
    private final FailPoints failPoints;
    private final UnforcedSegments unforced;
    private Optional<Segment> current;

    /// @param current the last segment, if there is one; it is among the unforced ones
    SegmentAppender(
            Disk disk,
            Path directory,
            JournalOptions options,
            FailPoints failPoints,
            UnforcedSegments unforced,
            Optional<Segment> current) {
        this.disk = disk;
        this.directory = directory;
        this.options = options;
        this.failPoints = failPoints;
        this.unforced = unforced;
        this.current = current;
    }

    /// A segment and where its next record goes.
    record Segment(SegmentName name, DiskFile file, long bytes) {
        boolean hasRoom(int recordBytes, long bytesMax) {
            return bytes == SegmentHeader.BYTES || bytes + recordBytes <= bytesMax;
        }
    }

    /// Whether a record of this size begins a segment.
    boolean needsSegment(int recordBytes) {
        return current.map(segment -> !segment.hasRoom(recordBytes, options.segmentBytesMax()))
                .orElse(true);
    }

    /// Starts the segment that continues the chain here.
    ///
    /// @throws JournalWriteException if there is nothing of it, and all is as before
    /// @throws JournalFailedException if something of it may be left
    void startSegment(Tail before) {
        SegmentName name = new SegmentName(before.height() + 1);
        Path path = directory.resolve(name.fileName());
        try {
            DiskFile file = disk.create(path);
            try {
                file.writeFully(SegmentHeader.of(options.group(), before).encode(), 0);
            } catch (IOException e) {
                undo(path, e, () -> {
                    file.close();
                    disk.delete(path);
                });
                throw e;
            }
            unforced.add(file);
            current = Optional.of(new Segment(name, file, SegmentHeader.BYTES));
        } catch (IOException e) {
            throw new JournalWriteException("cannot start " + path, e);
        }
    }

    /// Writes a record at the end of the segment that was started last, and says where.
    ///
    /// @throws JournalWriteException if there is nothing of it
    /// @throws JournalFailedException if something of it may be left
    Segment write(ByteBuffer record) {
        Segment segment = current.orElseThrow();
        Path path = directory.resolve(segment.name().fileName());
        int bytes = record.remaining();
        try {
            if (failPoints.armed(FailPoint.INSIDE_JOURNAL_APPEND)) {
                writeInHalves(record, segment);
            } else {
                segment.file().writeFully(record, segment.bytes());
            }
        } catch (IOException e) {
            undo(path, e, () -> segment.file().truncate(segment.bytes()));
            throw new JournalWriteException("cannot append to " + path, e);
        }
        current = Optional.of(new Segment(segment.name(), segment.file(), segment.bytes() + bytes));
        return segment;
    }

    private void writeInHalves(ByteBuffer record, Segment segment) throws IOException {
        int end = record.limit();
        int half = end / 2;
        segment.file().writeFully(record.limit(half), segment.bytes());
        failPoints.passed(FailPoint.INSIDE_JOURNAL_APPEND);
        segment.file().writeFully(record.limit(end), segment.bytes() + half);
    }

    private static void undo(Path path, IOException cause, Undo undo) {
        try {
            undo.run();
        } catch (IOException e) {
            cause.addSuppressed(e);
            throw new JournalFailedException("cannot take back what was written in part to " + path, cause);
        }
    }

    private interface Undo {
        void run() throws IOException;
    }
}
