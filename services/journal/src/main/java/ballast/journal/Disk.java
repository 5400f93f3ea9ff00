package ballast.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The few things that the journal asks of a file system. Thread-safe, as [DiskFile] is.
interface Disk {
    /// What a loss of power leaves written or unwritten as one: never part of it.
    int sectorBytes();

    void createDirectory(Path directory) throws IOException;

    /// The names of what is in a directory, sorted.
    List<String> list(Path directory) throws IOException;

    /// A new, empty file to write; fails if there is one.
    DiskFile create(Path file) throws IOException;

    /// A file that is there, to read and write.
    DiskFile openForWriting(Path file) throws IOException;

    /// A file that is there, to read.
    DiskFile openForReading(Path file) throws IOException;

    void delete(Path file) throws IOException;

    /// Makes creations and deletions in a directory durable.
    void forceDirectory(Path directory) throws IOException;

    /// Keeps other processes and other journals of this one out, until closed.
    Closeable lock(Path directory) throws IOException;
}
