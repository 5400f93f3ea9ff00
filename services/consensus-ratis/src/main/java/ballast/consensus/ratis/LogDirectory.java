package ballast.consensus.ratis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The files of one group's log, held against other processes until closed.
///
/// ```text
/// <directory>/group-0/lock            held while a process has the log open
///                     acknowledged    how far entries were delivered, see AcknowledgedMark
///                     forgotten       how far entries may be gone, see ForgottenMark
///                     <uuid>/current  Ratis' own: raft-meta, log_1-100, log_inprogress_101
/// ```
final class LogDirectory implements AutoCloseable {
    /// The group's id in Ratis is this, with the group's number in the low bits.
    private static final UUID GROUP_ZERO = UUID.fromString("ba11a570-0000-4000-8000-000000000000");

    /// Held by this process. A file lock alone does not keep two logs of one process apart, and to try it would release
    /// the first one's: the system drops a process' lock when any of its handles of the file is closed.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final UUID group;
    private final FileChannel lockFile;
    private final AcknowledgedMark acknowledged;

    private LogDirectory(Path root, UUID group, FileChannel lockFile) {
        this.root = root;
        this.group = group;
        this.lockFile = lockFile;
        this.acknowledged = AcknowledgedMark.open(root.resolve("acknowledged"));
    }

    /// Makes the directory if need be and locks it.
    ///
    /// @throws LogInUseException if somebody else holds it
    /// @throws LogDamagedException if its marks cannot be read
    static LogDirectory open(Path directory, int group) {
        Path root = directory.resolve("group-" + group);
        UUID id = new UUID(GROUP_ZERO.getMostSignificantBits(), GROUP_ZERO.getLeastSignificantBits() | group);
        try {
            Files.createDirectories(root);
            Path real = root.toRealPath();
            if (!HELD.add(real)) {
                throw new LogInUseException(root);
            }
            try {
                return locked(real, id);
            } catch (Throwable e) {
                HELD.remove(real);
                throw e;
            }
        } catch (IOException e) {
            throw new LogOpenException(root, "%s: cannot be used: %s".formatted(root, e.getMessage()), e);
        }
    }

    private static LogDirectory locked(Path root, UUID group) throws IOException {
        FileChannel file = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (file.tryLock() == null) {
                throw new LogInUseException(root);
            }
            return new LogDirectory(root, group, file);
        } catch (Throwable e) {
            file.close();
            throw e;
        }
    }

    Path root() {
        return root;
    }

    UUID group() {
        return group;
    }

    Path segments() {
        return root.resolve(group.toString()).resolve("current");
    }

    AcknowledgedMark acknowledged() {
        return acknowledged;
    }

    ForgottenMark forgotten() {
        return new ForgottenMark(root.resolve("forgotten"));
    }

    /// Makes entries of a directory durable: files made, renamed or deleted in it.
    static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void close() {
        acknowledged.close();
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(root);
        }
    }
}
