package ballast.consensus.ratis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.consensus.Proposal;
import ballast.consensus.testing.DeliveredEntry;
import ballast.consensus.testing.RecordingStateMachine;
import ballast.guard.FailPoints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A log after a kill, opened again with all of Ratis.
final class TornLogTest {
    private static CrashImage original;

    @TempDir
    private Path directory;

    private CrashImage image;

    @BeforeAll
    static void runALogAndKillIt(@TempDir Path directory) {
        original = CrashImage.in(directory);
    }

    @BeforeEach
    void takeACopy() throws IOException {
        image = original.copyTo(directory.resolve("copy"));
    }

    @Test
    void deliversEverythingAfterAKillAndGoesOn() {
        RecordingStateMachine machine = openAndPropose("after");
        assertThat(machine.delivered()).hasSize(CrashImage.ENTRIES + 1);
        assertThat(machine.delivered().getLast().text()).isEqualTo("after");
    }

    @Test
    void goesOnWithoutAnEntryThatTheCrashCutShort() throws IOException {
        overwriteFromTheEnd(100, new byte[100]);

        RecordingStateMachine machine = openAndPropose("after");
        assertThat(machine.delivered()).hasSize(CrashImage.ENTRIES);
        assertThat(machine.delivered().get(CrashImage.ENTRIES - 2).position()).isEqualTo(image.lastAcknowledged());
        assertThat(machine.delivered().getLast().text()).isEqualTo("after");
        assertThat(machine.delivered().getLast().position()).isGreaterThan(image.lastAcknowledged());

        RecordingStateMachine again = openAndPropose("and after");
        assertThat(again.delivered()).startsWith(machine.delivered().toArray(DeliveredEntry[]::new));
    }

    @Test
    void goesOnWithoutGarbageAtTheEnd() throws IOException {
        overwriteFromTheEnd(0, "whatever was in these sectors before".getBytes(UTF_8));
        assertThat(openAndPropose("after").delivered()).hasSize(CrashImage.ENTRIES + 1);
    }

    @Test
    void refusesDamageOfAnAcknowledgedEntryAndNamesTheFile() throws IOException {
        image.acknowledgeAll();
        overwriteFromTheEnd(100, new byte[100]);
        assertThatExceptionOfType(LogDamagedException.class)
                .isThrownBy(() -> open(RecordingStateMachine.blank()))
                .withMessageContaining(image.segment().toString())
                .withMessageContaining("which was acknowledged")
                .satisfies(damage -> assertThat(damage.offset()).isPositive());
    }

    @Test
    void refusesALogThatIsGone() throws IOException {
        Files.delete(image.segment());
        assertThatThrownBy(() -> open(RecordingStateMachine.blank()))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("was delivered");
    }

    @Test
    void refusesAMarkThatCannotBeOne() throws IOException {
        Files.write(image.markFile(), new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        assertThatThrownBy(() -> open(RecordingStateMachine.blank()))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining(image.markFile().toString());
    }

    @Test
    void opensWithoutTheMarkIfTheRestIsInOrder() throws IOException {
        image.forgetTheMark();
        assertThat(openAndPropose("after").delivered()).hasSize(CrashImage.ENTRIES + 1);
    }

    @Test
    void refusesALogThatBeginsTooLate() throws IOException {
        Files.move(
                image.segment(),
                image.segments().resolve("log_inprogress_" + (image.last().index() + 1)));
        assertThatThrownBy(() -> open(RecordingStateMachine.blank())).isInstanceOf(LogDamagedException.class);
    }

    @Test
    void wrapsWhatRatisItselfCannotRead() throws IOException {
        Files.write(image.segments().resolve("raft-meta"), "term=many\n".getBytes(UTF_8));
        assertThatThrownBy(() -> open(RecordingStateMachine.blank()))
                .isInstanceOf(LogOpenException.class)
                .hasMessageContaining("Ratis cannot open the log")
                .hasMessageContaining(image.directory().toString());
    }

    private RecordingStateMachine openAndPropose(String text) {
        RecordingStateMachine machine = RecordingStateMachine.blank();
        try (RatisReplicatedLog log = open(machine)) {
            Proposal outcome = log.propose(ByteBuffer.wrap(text.getBytes(UTF_8)))
                    .toCompletableFuture()
                    .join();
            assertThat(outcome).isInstanceOf(Proposal.Committed.class);
        }
        return machine;
    }

    private RatisReplicatedLog open(RecordingStateMachine machine) {
        return RatisReplicatedLog.open(image.directory(), RatisLogHost.patient(), machine, FailPoints.disarmed());
    }

    /// Overwrites the file from so many bytes before the end of the last record on.
    private void overwriteFromTheEnd(int before, byte[] bytes) throws IOException {
        long end;
        try (SegmentScan scan = new SegmentScan(SegmentName.in(image.segments()).getFirst(), 0)) {
            end = scan.intactBytes();
        }
        try (FileChannel file = FileChannel.open(image.segment(), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(bytes), end - before);
        }
    }
}
