package ballast.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/// Old blocks one after the other, each proven again as it is read. Used by one thread at a time; to be closed.
public final class JournalScan implements Iterator<JournalBlock>, AutoCloseable {
    private final Disk disk;
    private final Path directory;
    private final BlockIndex index;
    private final long toHeight;
    private final RecordReader reader = new RecordReader();
    private Optional<OpenSegment> open = Optional.empty();
    private Optional<Hash> hash = Optional.empty();
    private Optional<BlockPlace> place = Optional.empty();
    private long nextHeight;
    private long nextOffset;

    JournalScan(Disk disk, Path directory, BlockIndex index, long fromHeight, long toHeight) {
        this.disk = disk;
        this.directory = directory;
        this.index = index;
        this.nextHeight = fromHeight;
        this.toHeight = toHeight;
    }

    private record OpenSegment(SegmentName name, DiskFile file) {}

    @Override
    public boolean hasNext() {
        return nextHeight <= toHeight;
    }

    /// @throws JournalDamagedException if the block is not what was once written
    @Override
    public JournalBlock next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the scan ends with block " + toHeight);
        }
        try {
            OpenSegment segment = seek();
            RecordView block = proven(
                    segment,
                    reader.read(segment.file(), nextOffset, segment.file().size()));
            hash = Optional.of(block.hash());
            place = Optional.of(new BlockPlace(segment.name().firstHeight(), nextOffset));
            nextOffset += block.recordBytes();
            nextHeight++;
            return block.block();
        } catch (IOException e) {
            throw new JournalException("cannot read block " + nextHeight, e);
        }
    }

    /// The hash of the block that [#next()] gave last.
    ///
    /// @throws NoSuchElementException before the first
    public Hash hash() {
        return hash.orElseThrow();
    }

    /// Where the block starts that [#next()] gave last.
    ///
    /// @throws NoSuchElementException before the first
    public BlockPlace place() {
        return place.orElseThrow();
    }

    @Override
    public void close() {
        try {
            closeSegment();
        } catch (IOException e) {
            throw new JournalException("cannot close a segment", e);
        }
    }

    /// The segment of the next block, whose offset is known when this returns.
    private OpenSegment seek() throws IOException {
        BlockIndex.Place place = index.atOrBefore(nextHeight);
        Optional<OpenSegment> here = open.filter(segment -> segment.name().equals(place.segment()));
        if (here.isPresent()) {
            return here.get();
        }
        closeSegment();
        Path path = directory.resolve(place.segment().fileName());
        OpenSegment segment = new OpenSegment(place.segment(), disk.openForReading(path));
        open = Optional.of(segment);
        nextOffset = place.offset();
        for (long height = place.height(); height < nextHeight; height++) {
            nextOffset += recordBytes(segment, height);
        }
        return segment;
    }

    private int recordBytes(OpenSegment segment, long height) throws IOException {
        return switch (reader.glance(segment.file(), nextOffset, segment.file().size())) {
            case FrameRead.Framed framed -> framed.recordBytes();
            case RecordRead.End() -> throw damaged(segment, height, "this block, found the end of the file");
            case Broken broken -> throw damaged(segment, height, broken.expected());
        };
    }

    private RecordView proven(OpenSegment segment, RecordRead read) {
        return switch (read) {
            case RecordRead.Whole(RecordView block) when block.height() == nextHeight -> block;
            case RecordRead.Whole(RecordView block) ->
                throw damaged(segment, nextHeight, "this block, found " + block.height());
            case RecordRead.End() -> throw damaged(segment, nextHeight, "this block, found the end of the file");
            case Broken broken -> throw damaged(segment, nextHeight, broken.expected());
        };
    }

    private JournalDamagedException damaged(OpenSegment segment, long height, String expected) {
        Path file = directory.resolve(segment.name().fileName());
        return new JournalDamagedException(new JournalDamage(file, height, nextOffset, expected), Advice.NO_CRASH);
    }

    private void closeSegment() throws IOException {
        if (open.isPresent()) {
            DiskFile file = open.get().file();
            open = Optional.empty();
            file.close();
        }
    }
}
