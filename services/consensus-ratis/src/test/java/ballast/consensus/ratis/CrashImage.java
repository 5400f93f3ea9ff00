package ballast.consensus.ratis;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.consensus.LogPosition;
import ballast.consensus.Proposal;
import ballast.consensus.testing.RecordingStateMachine;
import ballast.guard.FailPoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

/// The files of a log as a kill leaves them: copied while the log is open, zeros written ahead included.
///
/// The last entry is written whole, but the mark was copied before it, as if the process had died between writing
/// it and telling anyone. [#acknowledgeAll] makes it acknowledged.
final class CrashImage {
    static final int ENTRIES = 12;
    private static final String LAST = "the-last-entry-and-a-long-one-".repeat(40);

    private final Path directory;
    private final LogPosition lastAcknowledged;
    private final LogPosition last;

    private CrashImage(Path directory, LogPosition lastAcknowledged, LogPosition last) {
        this.directory = directory;
        this.lastAcknowledged = lastAcknowledged;
        this.last = last;
    }

    /// Runs a log in `directory/live` and copies it to `directory/image`.
    static CrashImage in(Path directory) {
        Path live = directory.resolve("live");
        Path image = directory.resolve("image");
        try (RatisReplicatedLog log = RatisReplicatedLog.open(
                live, RatisLogHost.patient(), RecordingStateMachine.blank(), FailPoints.disarmed())) {
            LogPosition acknowledged = LogPosition.START;
            for (int entry = 1; entry < ENTRIES; entry++) {
                acknowledged = commit(log, "entry" + entry);
            }
            byte[] mark = Files.readAllBytes(live.resolve("group-0/acknowledged"));
            LogPosition last = commit(log, LAST);
            copy(live, image);
            Files.write(image.resolve("group-0/acknowledged"), mark);
            return new CrashImage(image, acknowledged, last);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A copy to do damage to.
    CrashImage copyTo(Path target) throws IOException {
        copy(directory, target);
        return new CrashImage(target, lastAcknowledged, last);
    }

    Path directory() {
        return directory;
    }

    LogPosition lastAcknowledged() {
        return lastAcknowledged;
    }

    LogPosition last() {
        return last;
    }

    void acknowledgeAll() {
        try (AcknowledgedMark mark = AcknowledgedMark.open(markFile())) {
            mark.advance(last.index());
        }
    }

    void forgetTheMark() throws IOException {
        Files.delete(markFile());
    }

    Path markFile() {
        return directory.resolve("group-0/acknowledged");
    }

    /// The one segment file, which is still being written.
    Path segment() {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("log_"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path segments() {
        return segment().resolveSibling(".").normalize();
    }

    private static LogPosition commit(RatisReplicatedLog log, String text) {
        Proposal outcome = log.propose(ByteBuffer.wrap(text.getBytes(UTF_8)))
                .toCompletableFuture()
                .join();
        return ((Proposal.Committed) outcome).position();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectories(to.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
