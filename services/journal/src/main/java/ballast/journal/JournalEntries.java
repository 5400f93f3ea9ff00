package ballast.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/// Old entries, one at a time and in any order, each read without the rest of its block. `@ThreadSafe`
///
/// The hash of a block stands for all of it, so one entry alone cannot be proven here: whoever asks has kept a digest
/// of the entry, or has another way to tell. What it keeps open is the segment that it read last.
public final class JournalEntries implements AutoCloseable {
    /// Reads most entries at once.
    private static final int GUESS_BYTES = 1_024;

    private final Disk disk;
    private final Path directory;
    private final BlockIndex index;
    private final RecordReader reader = new RecordReader();
    private Optional<OpenBlock> last = Optional.empty();

    JournalEntries(Disk disk, Path directory, BlockIndex index) {
        this.disk = disk;
        this.directory = directory;
        this.index = index;
    }

    /// A block whose record was found.
    private record OpenBlock(SegmentName segment, DiskFile file, long height, long offset, int recordBytes) {}

    /// The entry that begins at an offset of its block, see [JournalBlock#FIRST_ENTRY_OFFSET] and
    /// [JournalEntry#bytes].
    ///
    /// @param height of a block that the journal has
    /// @throws JournalDamagedException if no entry can begin there
    public synchronized JournalEntry entry(long height, int offset) {
        try {
            return read(block(height), offset);
        } catch (IOException e) {
            throw new JournalException("cannot read an entry of block " + height, e);
        }
    }

    /// Releases what is kept open; the next call opens it again.
    @Override
    public synchronized void close() {
        try {
            closeSegment();
        } catch (IOException e) {
            throw new JournalException("cannot close a segment", e);
        }
    }

    private JournalEntry read(OpenBlock block, int offset) throws IOException {
        int end = block.recordBytes() - RecordFormat.TRAILER_BYTES;
        long at = (long) RecordFormat.FRAME_BYTES + offset;
        if (offset < RecordFormat.ENTRIES_AT || at > end - RecordFormat.ENTRY_BYTES_MIN) {
            throw damaged(block, "an entry at byte %d, found no room for one".formatted(offset));
        }
        var guess = ByteBuffer.allocate((int) Math.min(GUESS_BYTES, end - at));
        block.file().readFully(guess, block.offset() + at);
        guess.flip();
        int transactionBytes = guess.getInt();
        int outcomeBytes = guess.getInt();
        long bytes = (long) transactionBytes + outcomeBytes;
        if (transactionBytes < 0 || outcomeBytes < 0 || bytes > end - at - RecordFormat.ENTRY_BYTES_MIN) {
            throw damaged(block, "an entry at byte %d, found other lengths".formatted(offset));
        }
        var whole = guess;
        if (bytes > guess.remaining()) {
            whole = ByteBuffer.allocate((int) bytes);
            block.file().readFully(whole, block.offset() + at + RecordFormat.ENTRY_BYTES_MIN);
            whole.flip();
        }
        var transaction = new byte[transactionBytes];
        var outcome = new byte[outcomeBytes];
        whole.get(transaction).get(outcome);
        return new JournalEntry(transaction, outcome);
    }

    private OpenBlock block(long height) throws IOException {
        if (last.isPresent() && last.get().height() == height) {
            return last.get();
        }
        var found = find(height, index.atOrBefore(height));
        last = Optional.of(found);
        return found;
    }

    /// Walks from the nearest place that is known, which may be the block that was read last.
    private OpenBlock find(long height, BlockIndex.Place place) throws IOException {
        var file = openSegment(place.segment());
        long at = place.offset();
        long here = place.height();
        var before = last.orElseThrow();
        if (before.height() >= here && before.height() < height) {
            at = before.offset();
            here = before.height();
        }
        long fileBytes = file.size();
        int bytes = recordBytes(file, place.segment(), here, at, fileBytes);
        while (here < height) {
            at += bytes;
            here++;
            bytes = recordBytes(file, place.segment(), here, at, fileBytes);
        }
        return new OpenBlock(place.segment(), file, height, at, bytes);
    }

    private DiskFile openSegment(SegmentName segment) throws IOException {
        if (last.isPresent() && last.get().segment().equals(segment)) {
            return last.get().file();
        }
        closeSegment();
        var file = disk.openForReading(directory.resolve(segment.fileName()));
        last = Optional.of(new OpenBlock(segment, file, 0, 0, 0));
        return file;
    }

    private int recordBytes(DiskFile file, SegmentName segment, long height, long offset, long fileBytes)
            throws IOException {
        return switch (reader.glance(file, offset, fileBytes)) {
            case FrameRead.Framed framed -> framed.recordBytes();
            case RecordRead.End() -> throw damaged(segment, height, offset, "this block, found the end of the file");
            case Broken broken -> throw damaged(segment, height, offset, broken.expected());
        };
    }

    private JournalDamagedException damaged(OpenBlock block, String expected) {
        return damaged(block.segment(), block.height(), block.offset(), expected);
    }

    private JournalDamagedException damaged(SegmentName segment, long height, long offset, String expected) {
        Path file = directory.resolve(segment.fileName());
        return new JournalDamagedException(new JournalDamage(file, height, offset, expected), Advice.NO_CRASH);
    }

    private void closeSegment() throws IOException {
        if (last.isPresent()) {
            DiskFile file = last.get().file();
            last = Optional.empty();
            file.close();
        }
    }
}
