package ballast.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A file that one holder at a time has, in this process and among all processes of the machine. Thread-safe.
///
/// A process loses its POSIX lock on a file as soon as it closes any descriptor of it, so holders within this
/// process are told apart before the file is opened.
final class FileLease implements Closeable {
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FileLease(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Takes the file, which is created if need be, or fails if somebody has it.
    static FileLease take(Path directory, String name) throws IOException {
        Path real = directory.toRealPath().resolve(name);
        if (!HELD.add(real)) {
            throw new IOException(real + " is held by this process already");
        }
        try {
            return new FileLease(real, locked(real));
        } catch (IOException e) {
            HELD.remove(real);
            throw e;
        }
    }

    private static FileChannel locked(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException(file + " is held by another process");
        }
        return channel;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(file);
    }
}
