package ballast.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The files of a journal that is sound and durable up to its last block, ready for the next.
///
/// @param last the segment that the next block goes to, if there is one
record OpenedFiles(
        Disk disk,
        Path directory,
        Closeable lock,
        ForcedMark mark,
        BlockIndex index,
        UnforcedSegments unforced,
        Optional<SegmentAppender.Segment> last,
        Tail tail,
        Optional<CutTail> cutTail)
        implements Closeable {

    static OpenedFiles open(Disk disk, Path directory, JournalOptions options, long durableHeight) {
        try {
            disk.createDirectory(directory);
            Closeable lock = disk.lock(directory);
            try {
                return open(disk, directory, options, durableHeight, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new JournalException("cannot open the journal in " + directory, e);
        }
    }

    private static OpenedFiles open(
            Disk disk, Path directory, JournalOptions options, long durableHeight, Closeable lock) throws IOException {
        BlockIndex index = new BlockIndex();
        Optional<ForcedMark.Mark> forced = ForcedMark.read(disk, directory);
        Recovery.Recovered recovered = new Recovery(disk, directory).recover(options, forced, durableHeight, index);
        Tail tail = recovered.chain().tail();
        ForcedMark mark = ForcedMark.open(disk, directory);
        UnforcedSegments unforced = new UnforcedSegments();
        try {
            mark.write(new ForcedMark.Mark(tail.height(), tail.hash()));
            Optional<SegmentAppender.Segment> last = Optional.empty();
            if (!recovered.chain().sound().isEmpty()) {
                Extent extent = recovered.chain().sound().getLast();
                DiskFile file =
                        disk.openForWriting(directory.resolve(extent.name().fileName()));
                unforced.add(file);
                last = Optional.of(new SegmentAppender.Segment(extent.name(), file, extent.soundBytes()));
            }
            return new OpenedFiles(disk, directory, lock, mark, index, unforced, last, tail, recovered.cutTail());
        } catch (IOException e) {
            mark.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            unforced.close();
        } finally {
            try {
                mark.close();
            } finally {
                lock.close();
            }
        }
    }
}
