package ballast.journal;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The segments that were written to since they were last forced, and the one that blocks are appended to.
/// Thread-safe.
///
/// A file stays open from its first write until it is forced: the system tells of a failed write to disk only
/// those who had the file open.
final class UnforcedSegments implements Closeable {
    private final Deque<DiskFile> files = new ArrayDeque<>();

    /// From now on this one is written to.
    synchronized void add(DiskFile file) {
        files.addLast(file);
    }

    /// The full ones and, at the end, the one that is written to.
    synchronized List<DiskFile> all() {
        return List.copyOf(files);
    }

    synchronized int count() {
        return files.size();
    }

    /// Lets go of files that are full and were forced.
    synchronized void release(List<DiskFile> forced) throws IOException {
        for (DiskFile file : forced) {
            files.remove(file);
            file.close();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        release(all());
    }
}
