package ballast.consensus.ratis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.consensus.LogPosition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a log whose files are not as they were written.
final class LogAuditTest {
    private static CrashImage image;
    private static byte[] whole;

    /// Where the last record begins and ends.
    private static int lastBegin;

    private static int lastEnd;

    /// Where the last byte ends that is not zero: the checksum, which differs from run to run, may end in zeros.
    private static int writtenEnd;

    @TempDir
    private Path directory;

    private Path segment;

    @BeforeAll
    static void runALogAndKillIt(@TempDir Path directory) throws IOException {
        image = CrashImage.in(directory);
        byte[] file = Files.readAllBytes(image.segment());
        writtenEnd = file.length;
        while (file[writtenEnd - 1] == 0) {
            writtenEnd--;
        }
        try (SegmentScan scan = new SegmentScan(SegmentName.in(image.segments()).getFirst(), 0)) {
            assertThat(scan.last()).isEqualTo(image.last().index());
            assertThat(scan.intactBytes()).isBetween((long) writtenEnd, writtenEnd + 4L);
            assertThat(scan.endsCleanly()).isTrue();
            lastEnd = (int) scan.intactBytes();
        }
        whole = Arrays.copyOf(file, lastEnd);
        byte[] cut = Arrays.copyOf(whole, lastEnd - 1);
        Files.write(image.segment(), cut);
        try (SegmentScan scan = new SegmentScan(SegmentName.in(image.segments()).getFirst(), 0)) {
            lastBegin = (int) scan.intactBytes();
        }
        Files.write(image.segment(), file);
    }

    @BeforeEach
    void findAPlace() {
        segment = directory.resolve(image.segment().getFileName());
    }

    @Test
    void dropsAnUnacknowledgedEntryCutAtAnyByte() throws IOException {
        for (int length : cuts()) {
            Files.write(segment, Arrays.copyOf(whole, length));
            assertThat(audit().last())
                    .as("cut at %d", length)
                    .isEqualTo(image.lastAcknowledged().index());
            assertThat(Files.size(segment)).isEqualTo(lastBegin);
        }
    }

    @Test
    void dropsAnUnacknowledgedEntryOfWhichOnlyZerosFollow() throws IOException {
        for (int length : Arrays.stream(cuts()).filter(at -> at < writtenEnd).toArray()) {
            Files.write(segment, Arrays.copyOf(Arrays.copyOf(whole, length), lastEnd + 5000));
            assertThat(audit().last())
                    .as("zeros from %d", length)
                    .isEqualTo(image.lastAcknowledged().index());
        }
    }

    @Test
    void dropsAnyGarbageAfterTheLastWholeEntry() throws IOException {
        for (int seed = 1; seed <= 200; seed++) {
            byte[] garbage = new byte[1 + seed * 7];
            new Random(seed).nextBytes(garbage);
            byte[] file = Arrays.copyOf(whole, lastEnd + garbage.length);
            System.arraycopy(garbage, 0, file, lastEnd, garbage.length);
            Files.write(segment, file);
            assertThat(audit().last())
                    .as("seed %d", seed)
                    .isEqualTo(image.last().index());
            assertThat(Files.size(segment)).isEqualTo(lastEnd);
        }
    }

    @Test
    void keepsAnEntryThatWasWrittenWholeThoughNobodyWasTold() throws IOException {
        Files.write(segment, whole);
        assertThat(audit()).isEqualTo(new LogExtent(0, image.last().index()));
        assertThat(Files.readAllBytes(segment)).isEqualTo(whole);
    }

    @Test
    void refusesAnAcknowledgedEntryCutAtAnyByte() throws IOException {
        for (int length : cuts()) {
            byte[] cut = Arrays.copyOf(whole, length);
            Files.write(segment, cut);
            assertThatExceptionOfType(LogDamagedException.class)
                    .as("cut at %d", length)
                    .isThrownBy(() -> audit(image.last().index(), LogPosition.START))
                    .withMessageContaining(segment.toString())
                    .satisfies(damage -> assertThat(damage.path()).isEqualTo(segment));
            assertThat(Files.readAllBytes(segment)).isEqualTo(cut);
        }
    }

    @Test
    void refusesAFlippedBitInAnyByteOfAcknowledgedEntries() throws IOException {
        for (int at = 0; at < lastBegin; at++) {
            byte[] file = whole.clone();
            file[at] ^= (byte) (1 << at % Byte.SIZE);
            Files.write(segment, file);
            assertThatExceptionOfType(LogDamagedException.class)
                    .as("byte %d bit %d", at, at % Byte.SIZE)
                    .isThrownBy(() -> audit());
        }
    }

    @Test
    void refusesDamageBeforeAWholeEntryEvenIfTheMarkIsLost() throws IOException {
        for (int at = 8; at < lastBegin; at++) {
            byte[] file = whole.clone();
            file[at] ^= 1;
            Files.write(segment, file);
            assertThatExceptionOfType(LogDamagedException.class)
                    .as("byte %d", at)
                    .isThrownBy(() -> audit(0, LogPosition.START))
                    .withMessageContaining("before the whole entry");
        }
    }

    @Test
    void dropsAnUnfinishedWriteBeforeAWholeOneIfNeitherWasAcknowledged() throws IOException {
        // The first of two writes lost a sector when the power went, the second arrived.
        byte[] file = Arrays.copyOf(whole, lastEnd + lastEnd - lastBegin);
        System.arraycopy(secondCopyOfTheLastRecord(), 0, file, lastEnd, lastEnd - lastBegin);
        Arrays.fill(file, 512, 1024, (byte) 0);
        Files.write(segment, file);
        assertThat(audit().last()).isEqualTo(image.lastAcknowledged().index());
    }

    @Test
    void refusesALogThatEndsBeforeWhatTheMachineHolds() throws IOException {
        Files.write(segment, Arrays.copyOf(whole, lastBegin));
        assertThatThrownBy(() -> audit(0, image.last()))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("was delivered");
        Files.write(segment, Arrays.copyOf(whole, lastBegin + 3));
        assertThatThrownBy(() -> audit(0, image.last()))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("which the state machine holds");
        Files.delete(segment);
        assertThatThrownBy(() -> audit(0, image.last()))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("the log ends with entry -1");
    }

    @Test
    void refusesTheLogOfAnotherMachine() throws IOException {
        Files.write(segment, whole);
        LogPosition stranger = new LogPosition(9, image.lastAcknowledged().index());
        assertThatThrownBy(() -> audit(0, stranger))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("another log");
    }

    @Test
    void refusesAClosedSegmentThatIsNotWhole() throws IOException {
        Path closed = directory.resolve("log_0-" + image.last().index());
        Files.write(closed, whole);
        assertThat(audit().last()).isEqualTo(image.last().index());

        Files.write(closed, Arrays.copyOf(whole, lastEnd - 1));
        assertThatThrownBy(this::audit).isInstanceOf(LogDamagedException.class).hasMessageContaining("log_0-");
        Files.write(closed, new byte[lastEnd]);
        assertThatThrownBy(this::audit).isInstanceOf(LogDamagedException.class);
        Files.write(closed, new byte[0]);
        assertThatThrownBy(this::audit).isInstanceOf(LogDamagedException.class);
    }

    @Test
    void refusesAGapBetweenSegmentsAndAnUnfinishedOneBeforeTheLast() throws IOException {
        Files.write(directory.resolve("log_0-" + image.last().index()), whole);
        Path next = directory.resolve("log_inprogress_" + (image.last().index() + 2));
        Files.write(next, "RaftLog1".getBytes(UTF_8));
        assertThatThrownBy(this::audit).isInstanceOf(LogDamagedException.class).hasMessageContaining("are missing");

        Files.delete(directory.resolve("log_0-" + image.last().index()));
        Files.write(segment, whole);
        Files.move(next, directory.resolve("log_inprogress_" + (image.last().index() + 1)));
        assertThatThrownBy(this::audit)
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("unfinished segment before the last");
    }

    @Test
    void takesAwayWhatAnInterruptedForgettingLeft() throws IOException {
        Path oldest = Files.write(directory.resolve("log_0-3"), whole);
        Path open = directory.resolve("log_inprogress_9");
        Files.write(open, "RaftLog1".getBytes(UTF_8));

        assertThatThrownBy(() -> new LogAudit(directory, 3, 7, LogPosition.START).check())
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("entries before 9 are missing");
        assertThat(oldest).exists();

        assertThat(new LogAudit(directory, 8, 8, new LogPosition(1, 8)).check()).isEqualTo(new LogExtent(9, 8));
        assertThat(oldest).doesNotExist();
        assertThat(open).exists();
    }

    @Test
    void refusesALogThatBeginsLaterThanItWasAllowedToForget() throws IOException {
        Files.write(directory.resolve("log_inprogress_9"), "RaftLog1".getBytes(UTF_8));
        assertThat(new LogAudit(directory, 0, 8, LogPosition.START).check()).isEqualTo(new LogExtent(9, 8));
        assertThatThrownBy(() -> new LogAudit(directory, 0, 7, LogPosition.START).check())
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("the log begins with entry 9");
    }

    @Test
    void removesASegmentWhoseHeaderWasCutShort() throws IOException {
        Files.write(directory.resolve("log_0-" + image.last().index()), whole);
        Path next = directory.resolve("log_inprogress_" + (image.last().index() + 1));
        for (int length = 0; length <= 8; length++) {
            Files.write(next, Arrays.copyOf(Arrays.copyOf(whole, length), 100));
            assertThat(audit().last())
                    .as("header cut at %d", length)
                    .isEqualTo(image.last().index());
            assertThat(Files.exists(next)).isEqualTo(length == 8);
        }
    }

    @Test
    void anEmptyDirectoryIsANewLog() {
        assertThat(audit(0, LogPosition.START)).isEqualTo(LogExtent.NONE);
    }

    /// Places to cut the last record at: each byte near its ends, some between.
    private static int[] cuts() {
        return IntStream.range(lastBegin, lastEnd)
                .filter(at -> at < lastBegin + 20 || at >= lastEnd - 20 || at % 13 == 0)
                .toArray();
    }

    private LogExtent audit() {
        return audit(image.lastAcknowledged().index(), LogPosition.START);
    }

    private LogExtent audit(long acknowledged, LogPosition recovered) {
        return new LogAudit(directory, acknowledged, 0, recovered).check();
    }

    /// The last record with the next index and a checksum to go with it.
    private static byte[] secondCopyOfTheLastRecord() {
        byte[] record = Arrays.copyOfRange(whole, lastBegin, lastEnd);
        record[indexOfIndex(record)]++;
        CRC32C checksum = new CRC32C();
        checksum.update(record, 0, record.length - 4);
        ByteBuffer.wrap(record).putInt(record.length - 4, (int) checksum.getValue());
        return record;
    }

    /// After the length (two bytes), the term's tag and value, and the index's tag.
    private static int indexOfIndex(byte[] record) {
        assertThat(record[2]).isEqualTo((byte) 8);
        assertThat(record[4]).isEqualTo((byte) 16);
        return 5;
    }
}
