package ballast.statestorage;

import ballast.statestorage.StateDirectoryException.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;

/// The files of a storage.
///
/// | Name | |
/// | --- | --- |
/// | `FORMAT` | one line that says whose files these are, and how they are to be read; written last when a directory is
/// made |
/// | `records` | the RocksDB database |
/// | `incoming` | files of a checkpoint that the database does not know yet; left over if a crash came between |
///
/// @param root the directory, absolute
record StateDirectory(Path root) {
    private static final String FORMAT_PREFIX = "ballast state storage, format ";
    private static final String FORMAT = FORMAT_PREFIX + "1\n";

    private static final String FORMAT_NAME = "FORMAT";
    private static final String NEW_FORMAT_NAME = "FORMAT.new";
    private static final String RECORDS_NAME = "records";
    private static final String INCOMING_NAME = "incoming";

    StateDirectory {
        root = root.toAbsolutePath().normalize();
    }

    Path records() {
        return root.resolve(RECORDS_NAME);
    }

    Path incoming() {
        return root.resolve(INCOMING_NAME);
    }

    /// Makes the directory if need be, refuses it if it is somebody else's, and removes what a crash left over.
    ///
    /// @return whether the directory was used before
    boolean prepare() {
        try {
            Files.createDirectories(root);
            boolean used = isUsed();
            Files.createDirectories(records());
            Files.createDirectories(incoming());
            removeLeftovers();
            return used;
        } catch (IOException failure) {
            throw new StateDirectoryException(Problem.UNREACHABLE, root, failure.toString(), failure);
        }
    }

    /// Says from now on that the directory is a storage's.
    void markUsed() {
        try {
            Path unfinished = root.resolve(NEW_FORMAT_NAME);
            Files.writeString(unfinished, FORMAT);
            force(unfinished);
            Files.move(unfinished, root.resolve(FORMAT_NAME), StandardCopyOption.ATOMIC_MOVE);
            force(root);
        } catch (IOException failure) {
            throw new StateDirectoryException(Problem.UNREACHABLE, root, failure.toString(), failure);
        }
    }

    private boolean isUsed() throws IOException {
        Set<String> names = names();
        if (names.contains(FORMAT_NAME)) {
            checkFormat(Files.readString(root.resolve(FORMAT_NAME)));
            if (!Files.isDirectory(records())) {
                throw new StateDirectoryException(Problem.DAMAGED, root, RECORDS_NAME + " is missing");
            }
            return true;
        }
        names.removeAll(Set.of(NEW_FORMAT_NAME, RECORDS_NAME, INCOMING_NAME));
        if (!names.isEmpty()) {
            throw new StateDirectoryException(
                    Problem.FOREIGN, root, names.iterator().next());
        }
        return false;
    }

    private void checkFormat(String format) {
        if (format.equals(FORMAT)) {
            return;
        }
        Problem problem = format.startsWith(FORMAT_PREFIX) ? Problem.OTHER_FORMAT : Problem.FOREIGN;
        String firstLine = format.lines().findFirst().orElse("nothing");
        throw new StateDirectoryException(problem, root, "%s says: %.80s".formatted(FORMAT_NAME, firstLine));
    }

    private Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(root)) {
            files.forEach(file -> names.add(String.valueOf(file.getFileName())));
        }
        return names;
    }

    private void removeLeftovers() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(incoming())) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
