package ballast.journal;

import ballast.guard.FailPoints;
import ballast.guard.Invariant;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The chain of all blocks in segment files of one directory.
///
/// [#append] and [#close] belong to one thread; everything else is @ThreadSafe. What was appended is in the
/// files at once, survives the end of the process and can be read, but a loss of power can take it until
/// [#force] has returned: until then somebody else, the log, has to have the durable copy.
///
/// A thread that is interrupted while it appends or forces fails the journal, because the platform closes the
/// file under it.
public final class Journal implements AutoCloseable {
    private final Disk disk;
    private final Path directory;
    private final OpenedFiles files;
    private final ForcedMark mark;
    private final BlockIndex index;
    private final JournalEntries entries;
    private final UnforcedSegments unforced;
    private final int unforcedSegmentsMax;
    private final SegmentAppender appender;
    private final RecordEncoder encoder;
    private final Object forcing = new Object();
    private boolean closed;
    private volatile Tail tail;
    private volatile JournalFollower follower = (block, place) -> {};
    private volatile Optional<JournalFailedException> failure = Optional.empty();

    Journal(OpenedFiles files, JournalOptions options, FailPoints failPoints) {
        this.files = files;
        this.disk = files.disk();
        this.directory = files.directory();
        this.mark = files.mark();
        this.index = files.index();
        this.entries = new JournalEntries(disk, directory, index);
        this.unforced = files.unforced();
        this.tail = files.tail();
        this.unforcedSegmentsMax = options.unforcedSegmentsMax();
        this.encoder = new RecordEncoder(options.blockBytesMax());
        this.appender = new SegmentAppender(disk, directory, options, failPoints, unforced, files.last());
    }

    /// Opens a journal of which the caller knows nothing.
    ///
    /// @see #open(Path, JournalOptions, FailPoints, long)
    public static Journal open(Path directory, JournalOptions options, FailPoints failPoints) {
        return open(directory, options, failPoints, 0);
    }

    /// Opens the journal of a directory, which is created if there is none.
    ///
    /// Proves every block, cuts off an end that a crash left incomplete ([#cutTail]), and forces to disk what
    /// was not.
    ///
    /// @param durableHeight the last block that a checkpoint covers, 0 if there is none: a journal that ends
    ///     below it is refused. The journal itself remembers what it forced; whatever a crash may have left
    ///     above both is cut off, because the log still has those blocks
    /// @throws JournalDamagedException if anything is wrong that no crash explains; nothing was changed
    /// @throws JournalException if a file cannot be read, or somebody else has the journal open
    public static Journal open(Path directory, JournalOptions options, FailPoints failPoints, long durableHeight) {
        return open(directory, options, failPoints, durableHeight, new LocalDisk());
    }

    static Journal open(Path directory, JournalOptions options, FailPoints failPoints, long durableHeight, Disk disk) {
        return new Journal(OpenedFiles.open(disk, directory, options, durableHeight), options, failPoints);
    }

    /// Reads a whole journal and proves it, showing every block. Changes nothing, and needs no lock: of a
    /// journal that is in use, the end may look torn.
    ///
    /// @throws JournalException if a file cannot be read
    public static JournalVerification verify(Path directory, JournalVisitor visitor) {
        return verify(directory, entries -> visitor);
    }

    /// As above, for a visitor that looks at entries of blocks that it was shown before.
    public static JournalVerification verify(Path directory, Function<JournalEntries, JournalVisitor> visitor) {
        return new Verifier(new LocalDisk(), directory, visitor).verify();
    }

    /// The height of the last block; 0 before the first.
    public long height() {
        return tail.height();
    }

    /// The hash of the last block; [Hash#ZERO] before the first.
    public Hash hash() {
        return tail.hash();
    }

    /// The position of the last entry; 0 before the first.
    public long lastPosition() {
        return tail.lastPosition();
    }

    /// What was cut off when this was opened, if anything.
    public Optional<CutTail> cutTail() {
        return files.cutTail();
    }

    /// Adds the next block and gives its hash.
    ///
    /// @throws JournalWriteException if the journal holds nothing of the block; it takes the same block again
    /// @throws JournalFailedException now and from here on, if that is not sure
    public Hash append(JournalBlock block) {
        refuseIfFailed();
        Tail before = tail;
        checkContinues(before, block);
        ByteBuffer record = encoder.encode(block, before.hash());
        int bytes = record.remaining();
        Hash hash = Hash.at(bytes - Hash.BYTES, record);
        SegmentAppender.Segment segment;
        try {
            if (appender.needsSegment(bytes)) {
                if (unforced.count() > unforcedSegmentsMax) {
                    force();
                }
                appender.startSegment(before);
            }
            segment = appender.write(record);
            index.add(segment.name(), block.height(), segment.bytes(), bytes);
        } catch (JournalFailedException e) {
            failure = Optional.of(e);
            throw e;
        }
        tail = before.after(block, hash);
        follower.appended(block, new BlockPlace(segment.name().firstHeight(), segment.bytes()));
        return hash;
    }

    /// From now on, this one is told of each block that is appended; nobody else is any more.
    public void follow(JournalFollower next) {
        follower = next;
    }

    /// Reads single entries of the blocks that are in the journal now.
    public EntryReader entries() {
        return new EntryReader(disk, directory);
    }

    /// Makes every block durable that was appended before this call.
    ///
    /// @throws JournalFailedException now and from here on, if the system could not; it is not asked again,
    ///     because it would say yes without having written anything
    public void force() {
        synchronized (forcing) {
            refuseIfFailed();
            Tail covered = tail;
            List<DiskFile> written = unforced.all();
            try {
                for (DiskFile file : written) {
                    file.force();
                }
                disk.forceDirectory(directory);
                mark.write(new ForcedMark.Mark(covered.height(), covered.hash()));
                unforced.release(written.subList(0, Math.max(0, written.size() - 1)));
            } catch (IOException e) {
                JournalFailedException failed = new JournalFailedException("cannot force the journal to disk", e);
                failure = Optional.of(failed);
                throw failed;
            }
        }
    }

    /// Any old block, proven again as it is read.
    ///
    /// @throws IllegalArgumentException if there is no such block
    /// @throws JournalDamagedException if the block is not what was once written
    public JournalBlock read(long height) {
        try (JournalScan scan = scan(height, height)) {
            return scan.next();
        }
    }

    /// One entry of an old block, without the rest of the block; it is not proven.
    ///
    /// @param offset where it begins, see [JournalBlock#FIRST_ENTRY_OFFSET]
    /// @throws IllegalArgumentException if there is no such block
    /// @throws JournalDamagedException if no entry can begin there
    public JournalEntry entry(long height, int offset) {
        requireHeight(height, height());
        return entries.entry(height, offset);
    }

    /// The hash of any old block, proven again as it is read.
    ///
    /// @throws IllegalArgumentException if there is no such block
    /// @throws JournalDamagedException if the block is not what was once written
    public Hash hashAt(long height) {
        try (JournalScan scan = scan(height, height)) {
            scan.next();
            return scan.hash();
        }
    }

    /// The blocks from a height up to the last one of now.
    ///
    /// @param fromHeight from 1 to one above the last block, which gives a scan of nothing
    public JournalScan scan(long fromHeight) {
        long last = height();
        requireHeight(fromHeight, last + 1);
        return new JournalScan(disk, directory, index, fromHeight, last);
    }

    /// The blocks from one height to another, both included.
    public JournalScan scan(long fromHeight, long toHeight) {
        requireHeight(toHeight, height());
        requireHeight(fromHeight, toHeight);
        return new JournalScan(disk, directory, index, fromHeight, toHeight);
    }

    /// Releases the files without forcing them. A second call does nothing.
    @Override
    public void close() {
        synchronized (forcing) {
            if (closed) {
                return;
            }
            closed = true;
            failure = Optional.of(failure.orElseGet(() -> new JournalFailedException("the journal is closed")));
            try {
                files.close();
                entries.close();
            } catch (IOException e) {
                throw new JournalException("cannot close the journal in " + directory, e);
            }
        }
    }

    private void refuseIfFailed() {
        failure.ifPresent(first -> {
            throw new JournalFailedException("the journal has failed before", first);
        });
    }

    private static void requireHeight(long height, long max) {
        if (height < 1 || height > max) {
            throw new IllegalArgumentException("height: %d (expected: 1 to %d)".formatted(height, max));
        }
    }

    private static void checkContinues(Tail before, JournalBlock block) {
        Invariant.check(
                block.height() == before.height() + 1,
                () -> "block %d follows block %d".formatted(block.height(), before.height()));
        Invariant.check(
                block.firstPosition() == before.lastPosition() + 1,
                () -> "position %d follows position %d".formatted(block.firstPosition(), before.lastPosition()));
        Invariant.check(
                block.timeMillis() >= before.timeMillis(),
                () -> "time %d is not before time %d".formatted(block.timeMillis(), before.timeMillis()));
    }
}
