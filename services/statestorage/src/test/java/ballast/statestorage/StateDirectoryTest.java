package ballast.statestorage;

import static ballast.statestorage.testing.StateRequests.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ballast.guard.FailPoints;
import ballast.statestorage.StateDirectoryException.Problem;
import ballast.statestorage.testing.StateRequests;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which directories are opened, which are refused, and what the operator is told.
final class StateDirectoryTest {
    private final Path parent;
    private final Path directory;

    StateDirectoryTest(@TempDir Path parent) {
        this.parent = parent;
        this.directory = parent.resolve("state");
    }

    private OffHeapStateStorage open() {
        return OffHeapStateStorage.open(directory, StateStorageOptions.defaults(), FailPoints.disarmed());
    }

    private StateDirectoryException refused(Problem problem) {
        StateDirectoryException refusal = catchThrowableOfType(StateDirectoryException.class, this::open);
        assertThat(refusal).isNotNull();
        assertThat(refusal.problem()).as(refusal.getMessage()).isEqualTo(problem);
        assertThat(refusal.directory()).isEqualTo(directory);
        assertThat(refusal).hasMessageContaining(directory.toString());
        return refusal;
    }

    /// A storage with a thousand records and a checkpoint, closed.
    private void fill() {
        try (OffHeapStateStorage storage = open()) {
            for (int block = 1; block <= 10; block++) {
                int first = block;
                storage.writeKeys(StateRequests.write(
                        block,
                        Stream.iterate(0, i -> i + 1)
                                .limit(100)
                                .map(i -> put("key %d of block %d".formatted(i, first), "value"))
                                .toList()));
            }
            storage.checkpoint(StateRequests.checkpoint(10))
                    .toCompletableFuture()
                    .join();
        }
    }

    private List<Path> recordFiles(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("records"))) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }

    @Test
    void makesADirectoryThatIsNotThere() {
        open().close();
        assertThat(directory.resolve("FORMAT")).hasContent("ballast state storage, format 1\n");
        open().close();
    }

    @Test
    void opensWhatACrashLeftWhileTheDirectoryWasMade() throws IOException {
        Files.createDirectories(directory.resolve("records"));
        Files.createDirectories(directory.resolve("incoming"));
        Files.writeString(directory.resolve("FORMAT.new"), "ballast st");
        open().close();
        assertThat(directory.resolve("FORMAT")).exists();
        assertThat(directory.resolve("FORMAT.new")).doesNotExist();
    }

    @Test
    void removesFilesThatACrashLeftBeforeTheDatabaseKnewThem() throws IOException {
        fill();
        Path left = Files.writeString(directory.resolve("incoming").resolve("11-0.sst"), "half a file");
        try (OffHeapStateStorage storage = open()) {
            assertThat(left).doesNotExist();
            assertThat(storage.stats().records()).isEqualTo(1_000);
        }
    }

    @Test
    void refusesAFile() throws IOException {
        Files.writeString(directory, "not a directory");
        assertThat(refused(Problem.UNREACHABLE)).hasMessageContaining("check that it is a directory");
    }

    @Test
    void refusesADirectoryItCannotMarkAsItsOwn() throws IOException {
        Files.createDirectories(directory.resolve("FORMAT.new"));
        refused(Problem.UNREACHABLE);
    }

    @Test
    void refusesSomebodyElsesFiles() throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("thesis.tex"), "");
        assertThat(refused(Problem.FOREIGN))
                .hasMessageContaining("(thesis.tex)")
                .hasMessageContaining("name an empty directory");
    }

    @Test
    void refusesSomebodyElsesFormatFile() throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("FORMAT"), "a disk, three and a half inches\n");
        assertThat(refused(Problem.FOREIGN)).hasMessageContaining("three and a half inches");
        Files.writeString(directory.resolve("FORMAT"), "");
        assertThat(refused(Problem.FOREIGN)).hasMessageContaining("nothing");
    }

    @Test
    void refusesAnotherFormat() throws IOException {
        fill();
        Files.writeString(directory.resolve("FORMAT"), "ballast state storage, format 2\n");
        assertThat(refused(Problem.OTHER_FORMAT))
                .hasMessageContaining("format 2")
                .hasMessageContaining("run that release");
    }

    @Test
    void refusesADirectoryInUseAndLeavesItToItsUser() {
        try (OffHeapStateStorage user = open()) {
            assertThat(refused(Problem.IN_USE)).hasMessageContaining("stop the other process");
            assertThat(user.writeKeys(StateRequests.write(1, put("alice", "1"))))
                    .isCompleted();
        }
        open().close();
    }

    @Test
    void refusesADirectoryWithoutRecords() throws IOException {
        fill();
        Files.move(directory.resolve("records"), parent.resolve("elsewhere"));
        assertThat(refused(Problem.DAMAGED)).hasMessageContaining("records is missing");
    }

    @Test
    void refusesEmptiedRecords() throws IOException {
        fill();
        Files.move(directory.resolve("records"), parent.resolve("elsewhere"));
        Files.createDirectories(directory.resolve("records"));
        refused(Problem.DAMAGED);
    }

    @Test
    void refusesRecordsWithoutTheirFormatFile() throws IOException {
        fill();
        Files.delete(directory.resolve("FORMAT"));
        assertThat(refused(Problem.DAMAGED)).hasMessageContaining("FORMAT is missing");
        assertThat(directory.resolve("FORMAT")).doesNotExist();
    }

    @Test
    void refusesAMissingFile() throws IOException {
        fill();
        Files.delete(recordFiles(".sst").getFirst());
        refused(Problem.DAMAGED);
    }

    @Test
    void refusesATruncatedFile() throws IOException {
        fill();
        try (RandomAccessFile file =
                new RandomAccessFile(recordFiles(".sst").getFirst().toFile(), "rw")) {
            file.setLength(file.length() - 1);
        }
        refused(Problem.DAMAGED);
    }

    @Test
    void refusesAByteThatChanged() throws IOException {
        fill();
        long length = Files.size(recordFiles(".sst").getFirst());
        for (long at : new long[] {0, length / 4, length / 2, length - 1}) {
            flip(at);
            assertThat(refused(Problem.DAMAGED)).hasMessageContaining("put back a copy");
            flip(at);
        }
        open().close();
    }

    private void flip(long at) throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(recordFiles(".sst").getFirst().toFile(), "rw")) {
            file.seek(at);
            int before = file.read();
            file.seek(at);
            file.write(before ^ 4);
        }
    }
}
