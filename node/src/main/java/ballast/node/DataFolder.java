package ballast.node;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/// A folder that belongs to one node at a time, laid out as one version of Ballast writes it.
///
/// ```
/// ballast.version     which layout this is
/// ballast.lock        locked while a process uses the folder
/// groups/1/log        the replicated log's files
/// groups/1/journal    the chain of blocks
/// groups/1/state      checkpoints of the state
/// groups/1/history    the index of the journal
/// ```
final class DataFolder implements AutoCloseable {
    /// Goes up when an older Ballast could not read what a newer one writes.
    static final String VERSION = "ballast data 2";

    private static final String VERSION_FILE = "ballast.version";
    private static final String LOCK_FILE = "ballast.lock";

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /// Opens a folder of this version, or makes a new one where there is none or an empty one.
    ///
    /// @throws DataFolderException if another process uses it, or it holds another version or something else
    static DataFolder open(Path path) {
        var root = path.toAbsolutePath().normalize();
        try {
            boolean fresh = createOrCheckEmpty(root);
            var folder = new DataFolder(root, lock(root));
            if (fresh) {
                folder.writeVersion();
            }
            folder.checkVersion();
            return folder;
        } catch (IOException e) {
            throw new DataFolderException(root, "cannot be opened (expected: a folder this user can write to)", e);
        }
    }

    /// Opens a folder that must be there already, for commands that only look.
    static DataFolder openExisting(Path path) {
        var root = path.toAbsolutePath().normalize();
        if (!Files.exists(root.resolve(VERSION_FILE))) {
            throw new DataFolderException(root, "holds no Ballast data (expected: a file " + VERSION_FILE + ")");
        }
        return open(root);
    }

    Path root() {
        return root;
    }

    Path log() {
        return group().resolve("log");
    }

    Path journal() {
        return group().resolve("journal");
    }

    Path state() {
        return group().resolve("state");
    }

    /// What can be built again from the journal.
    Path history() {
        return group().resolve("history");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new DataFolderException(root, "cannot be unlocked", e);
        }
    }

    /// One group for now; the number stands in the path so that a second one has a place.
    private Path group() {
        return root.resolve("groups").resolve("1");
    }

    private static boolean createOrCheckEmpty(Path root) throws IOException {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new DataFolderException(root, "is a file (expected: a folder)");
        }
        Files.createDirectories(root);
        if (Files.exists(root.resolve(VERSION_FILE))) {
            return false;
        }
        try (Stream<Path> content = Files.list(root)) {
            if (content.anyMatch(file -> !file.getFileName().toString().equals(LOCK_FILE))) {
                throw new DataFolderException(
                        root, "holds other files and no " + VERSION_FILE + " (expected: a new or empty folder)");
            }
        }
        return true;
    }

    private static FileChannel lock(Path root) throws IOException {
        var channel = FileChannel.open(
                root.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                channel.truncate(0);
                channel.write(
                        StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + "\n"), 0);
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw inUse(root, e);
        }
        channel.close();
        throw inUse(root, new IOException("the lock is held"));
    }

    private static DataFolderException inUse(Path root, Exception cause) {
        return new DataFolderException(
                root, "is in use by %s (expected: one process a folder)".formatted(owner(root)), cause);
    }

    private static String owner(Path root) {
        try {
            return "process " + Files.readString(root.resolve(LOCK_FILE)).strip();
        } catch (IOException e) {
            return "another process";
        }
    }

    private void writeVersion() throws IOException {
        try (var file =
                FileChannel.open(root.resolve(VERSION_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.write(StandardCharsets.UTF_8.encode(VERSION + "\n"));
            file.force(true);
        }
    }

    private void checkVersion() throws IOException {
        var found = Files.readString(root.resolve(VERSION_FILE)).strip();
        if (!found.equals(VERSION)) {
            close();
            throw new DataFolderException(
                    root,
                    "was written by another version of Ballast: '%s' (expected: '%s')"
                            .formatted(printable(found), VERSION));
        }
    }

    private static String printable(String text) {
        return text.substring(0, Math.min(40, text.length())).replaceAll("[^ -~]", "?");
    }
}
