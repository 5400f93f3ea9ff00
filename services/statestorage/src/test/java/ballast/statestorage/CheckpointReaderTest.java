package ballast.statestorage;

import static ballast.statestorage.testing.StateRequests.put;
import static ballast.statestorage.testing.StateRequests.remove;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.guard.FailPoints;
import ballast.statestorage.testing.StateRequests;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointReaderTest {
    private final Path directory;

    CheckpointReaderTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private OffHeapStateStorage open() {
        return OffHeapStateStorage.open(directory, StateStorageOptions.defaults(), FailPoints.disarmed());
    }

    private static List<String> records(CheckpointReader reader) {
        List<String> records = new ArrayList<>();
        reader.forEach((key, value) -> records.add(key.toStringUtf8() + "=" + value.toStringUtf8()));
        return records;
    }

    @Test
    void showsTheLastCheckpointInTheOrderOfKeys() {
        try (OffHeapStateStorage storage = open()) {
            storage.writeKeys(StateRequests.write(1, put("carol", "1"), put("alice", "1"), put("bob", "1")));
            storage.writeKeys(StateRequests.write(2, put("alice", "2"), remove("bob")));
            storage.checkpoint(StateRequests.checkpoint(2))
                    .toCompletableFuture()
                    .join();
            storage.writeKeys(StateRequests.write(3, put("dave", "lost")));
        }
        try (CheckpointReader reader = CheckpointReader.open(directory)) {
            assertThat(reader.height()).isEqualTo(2);
            assertThat(records(reader)).containsExactly("alice=2", "carol=1");
        }
    }

    @Test
    void showsNothingBeforeTheFirstCheckpoint() {
        open().close();
        try (CheckpointReader reader = CheckpointReader.open(directory)) {
            assertThat(reader.height()).isZero();
            assertThat(records(reader)).isEmpty();
        }
    }

    @Test
    void refusesAStorageThatIsOpen() {
        try (OffHeapStateStorage storage = open()) {
            assertThatThrownBy(() -> CheckpointReader.open(directory))
                    .isInstanceOf(StateDirectoryException.class)
                    .hasMessageContaining("is used by another storage");
            assertThat(storage.stats().height()).isZero();
        }
    }

    @Test
    void refusesDamagedRecords() throws IOException {
        try (OffHeapStateStorage storage = open()) {
            storage.writeKeys(StateRequests.write(1, put("alice", "1")));
            storage.checkpoint(StateRequests.checkpoint(1))
                    .toCompletableFuture()
                    .join();
        }
        try (Stream<Path> files = Files.list(directory.resolve("records"))) {
            Path records = files.filter(file -> file.toString().endsWith(".sst"))
                    .findFirst()
                    .orElseThrow();
            try (RandomAccessFile file = new RandomAccessFile(records.toFile(), "rw")) {
                file.write(0x7f);
            }
        }
        try (CheckpointReader reader = CheckpointReader.open(directory)) {
            assertThatThrownBy(reader::height).isInstanceOf(StateDirectoryException.class);
            assertThatThrownBy(() -> records(reader)).isInstanceOf(StateDirectoryException.class);
        }
    }
}
