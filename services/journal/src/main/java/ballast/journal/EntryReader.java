package ballast.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// Single entries of old blocks, read where a [BlockPlace] says that they lie, without the block around them. Used by
/// one thread at a time; to be closed.
///
/// What is read is not proven, because the hash is that of the whole block: whoever keeps places keeps a checksum with
/// each. Only entries of blocks that were in the journal when the reader was made may be asked for.
///
/// Entries that follow each other come out of one read of the file.
public final class EntryReader implements AutoCloseable {
    static final int FILES_MAX = 16;

    /// Most entries are shorter.
    static final int NEAR_BYTES = 1 << 10;

    /// Entries that follow each other are read so many bytes at a time.
    static final int AHEAD_BYTES = 64 << 10;

    private final Disk disk;
    private final Path directory;
    private final Map<Long, DiskFile> files = new LinkedHashMap<>(FILES_MAX, 1, true);
    private ByteBuffer window = ByteBuffer.allocate(AHEAD_BYTES).limit(0);
    private long windowSegment;
    private long windowOffset;

    EntryReader(Disk disk, Path directory) {
        this.disk = disk;
        this.directory = directory;
    }

    /// The entry that starts at a byte of a segment.
    ///
    /// @throws JournalDamagedException if no entry can start there
    /// @throws JournalException if the file cannot be read
    public JournalEntry read(long segment, long offset) {
        try {
            DiskFile file = file(segment);
            long rest = file.size() - offset;
            require(rest >= RecordFormat.ENTRY_BYTES_MIN, segment, offset);
            seek(file, segment, offset, RecordFormat.ENTRY_BYTES_MIN, rest);
            int at = (int) (offset - windowOffset);
            int transactionBytes = window.getInt(at);
            int outcomeBytes = window.getInt(at + Integer.BYTES);
            long bytes = RecordFormat.ENTRY_BYTES_MIN + (long) transactionBytes + outcomeBytes;
            require(
                    Math.min(transactionBytes, outcomeBytes) >= 0
                            && bytes <= Math.min(rest, RecordFormat.PAYLOAD_BYTES_MAX),
                    segment,
                    offset);
            seek(file, segment, offset, (int) bytes, rest);
            at = (int) (offset - windowOffset) + RecordFormat.ENTRY_BYTES_MIN;
            byte[] transaction = new byte[transactionBytes];
            byte[] outcome = new byte[outcomeBytes];
            window.get(at, transaction).get(at + transactionBytes, outcome);
            return new JournalEntry(transaction, outcome);
        } catch (IOException e) {
            throw new JournalException("cannot read the entry at byte %d of %s".formatted(offset, path(segment)), e);
        }
    }

    @Override
    public void close() {
        try {
            for (DiskFile file : files.values()) {
                file.close();
            }
            files.clear();
        } catch (IOException e) {
            throw new JournalException("cannot close a segment", e);
        }
    }

    /// Brings so many bytes from the offset on into the window.
    private void seek(DiskFile file, long segment, long offset, int bytes, long rest) throws IOException {
        long end = windowOffset + window.limit();
        boolean near = segment == windowSegment && offset >= windowOffset && offset <= end;
        if (near && offset + bytes <= end) {
            return;
        }
        int wanted = (int) Math.min(rest, Math.max(bytes, near ? AHEAD_BYTES : NEAR_BYTES));
        if (wanted > window.capacity()) {
            window = ByteBuffer.allocate(wanted);
        }
        window.clear().limit(wanted);
        windowSegment = segment;
        windowOffset = offset;
        file.readFully(window, offset);
    }

    private DiskFile file(long segment) throws IOException {
        DiskFile known = files.get(segment);
        if (known != null) {
            return known;
        }
        if (files.size() == FILES_MAX) {
            Iterator<DiskFile> eldestFirst = files.values().iterator();
            DiskFile eldest = eldestFirst.next();
            eldestFirst.remove();
            eldest.close();
        }
        DiskFile file = disk.openForReading(path(segment));
        files.put(segment, file);
        return file;
    }

    private void require(boolean holds, long segment, long offset) {
        if (!holds) {
            throw new JournalDamagedException(
                    new JournalDamage(path(segment), 0, offset, "an entry, found none"), Advice.NO_CRASH);
        }
    }

    private Path path(long segment) {
        return directory.resolve(new SegmentName(segment).fileName());
    }
}
