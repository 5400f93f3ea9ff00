package ballast.consensus.ratis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

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

    private final Path root;
    private final UUID group;
    private final FileChannel lockFile;

    private LogDirectory(Path root, UUID group, FileChannel lockFile) {
        this.root = root;
        this.group = group;
        this.lockFile = lockFile;
    }

    /// Makes the directory if need be and locks it.
    ///
    /// @throws LogInUseException if somebody else holds it
    static LogDirectory open(Path directory, int group) {
        Path root = directory.resolve("group-" + group);
        UUID id = new UUID(GROUP_ZERO.getMostSignificantBits(), GROUP_ZERO.getLeastSignificantBits() | group);
        try {
            Files.createDirectories(root);
            FileChannel lockFile =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(lockFile)) {
                lockFile.close();
                throw new LogInUseException(root);
            }
            return new LogDirectory(root, id, lockFile);
        } catch (IOException e) {
            throw new LogOpenException(root, "%s: cannot be used: %s".formatted(root, e.getMessage()), e);
        }
    }

    private static boolean isLocked(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
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

    Path acknowledged() {
        return root.resolve("acknowledged");
    }

    Path forgotten() {
        return root.resolve("forgotten");
    }

    /// Makes entries of a directory durable: files made, renamed or deleted in it.
    static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
