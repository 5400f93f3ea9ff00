package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.guard.FailPoints;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the journal relies on, on the file system of this machine.
final class LocalDiskTest {
    @TempDir
    private Path directory;

    private final LocalDisk disk = new LocalDisk();

    @Test
    void writesReadsTruncatesListsAndDeletes() throws IOException {
        byte[] content = new byte[3 << 20];
        new Random(1).nextBytes(content);
        Path path = directory.resolve("b");
        try (DiskFile file = disk.create(path)) {
            file.writeFully(ByteBuffer.wrap(content), 0);
            file.truncate(content.length - 1);
            file.force();
            assertThat(file.size()).isEqualTo(content.length - 1);
        }
        disk.create(directory.resolve("a")).close();
        disk.forceDirectory(directory);
        assertThat(disk.list(directory)).containsExactly("a", "b");
        ByteBuffer read = ByteBuffer.allocate(content.length - 1);
        try (DiskFile file = disk.openForReading(path)) {
            file.readFully(read, 0);
            assertThat(read.array()).isEqualTo(SegmentBytes.slice(content, 0, content.length - 1));
            assertThatExceptionOfType(EOFException.class)
                    .isThrownBy(() -> file.readFully(ByteBuffer.allocate(2), content.length - 2))
                    .withMessage("the file ends at byte %d, 1 bytes too early".formatted(content.length - 1));
        }
        disk.delete(path);
        assertThat(disk.list(directory)).containsExactly("a");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> disk.create(directory.resolve("a")));
    }

    @Test
    void letsOneHolderAtATimeHaveADirectory() throws IOException {
        Closeable first = disk.lock(directory);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> disk.lock(directory.resolve("../" + directory.getFileName())))
                .withMessageEndingWith("is held by this process already");
        first.close();
        disk.lock(directory).close();
    }

    @Test
    void keepsOutWhatAnotherProcessHolds() throws IOException {
        Path lock = directory.toRealPath().resolve("journal.lock");
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream output = holder.getInputStream()) {
            assertThat(output.read()).isEqualTo('h');
            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> Journal.open(directory, JournalOptions.defaults(), FailPoints.disarmed()))
                    .satisfies(e -> assertThat(e).hasRootCauseMessage(lock + " is held by another process"));
        } finally {
            holder.destroyForcibly();
        }
    }

    /// Holds a directory until it is killed.
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws IOException {
            Closeable held = new LocalDisk().lock(Path.of(args[0]));
            System.out.print('h');
            System.out.flush();
            int end = System.in.read();
            held.close();
            System.exit(end);
        }
    }

    @Test
    void failsTheJournalOfAThreadThatIsInterrupted() throws IOException {
        List<JournalBlock> blocks = Blocks.chain(2);
        try (Journal journal = Journal.open(directory, JournalOptions.defaults(), FailPoints.disarmed())) {
            journal.append(blocks.get(0));
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(JournalFailedException.class).isThrownBy(() -> journal.append(blocks.get(1)));
            assertThat(Thread.interrupted()).isTrue();
            assertThatExceptionOfType(JournalFailedException.class).isThrownBy(journal::force);
            assertThat(Blocks.text(journal.read(1))).isEqualTo(Blocks.text(blocks.get(0)));
        }
        try (Journal journal = Journal.open(directory, JournalOptions.defaults(), FailPoints.disarmed())) {
            assertThat(journal.height()).isEqualTo(1);
            journal.append(blocks.get(1));
        }
        assertThat(Files.exists(directory.resolve("forced.mark"))).isTrue();
    }

    @Test
    void writesInSectorsOfTheSmallestSizeThatDisksHave() {
        assertThat(new LocalDisk().sectorBytes()).isEqualTo(512);
    }
}
