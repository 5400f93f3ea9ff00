package ballast.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/// The file system of this machine.
final class LocalDisk implements Disk {
    /// The smallest that disks have.
    private static final int SECTOR_BYTES = 512;

    @Override
    public int sectorBytes() {
        return SECTOR_BYTES;
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        Files.createDirectories(directory);
    }

    @Override
    public List<String> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public DiskFile create(Path file) throws IOException {
        return new ChannelFile(FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    @Override
    public DiskFile openForWriting(Path file) throws IOException {
        return new ChannelFile(FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    @Override
    public DiskFile openForReading(Path file) throws IOException {
        return new ChannelFile(FileChannel.open(file, StandardOpenOption.READ));
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.delete(file);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public Closeable lock(Path directory) throws IOException {
        return FileLease.take(directory, JournalFiles.LOCK);
    }

    private record ChannelFile(FileChannel channel) implements DiskFile {
        /// The platform copies through a buffer of a read's size, and keeps one for each thread.
        private static final int READ_BYTES_MAX = 1 << 20;

        @Override
        public int write(ByteBuffer from, long offset) throws IOException {
            return channel.write(from, offset);
        }

        @Override
        public int read(ByteBuffer into, long offset) throws IOException {
            int bytes = Math.min(into.remaining(), READ_BYTES_MAX);
            int count = channel.read(into.slice(into.position(), bytes), offset);
            into.position(into.position() + Math.max(count, 0));
            return count;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void truncate(long bytes) throws IOException {
            channel.truncate(bytes);
        }

        @Override
        public void force() throws IOException {
            channel.force(false); // the size is data for fdatasync, times are not
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
