package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.journal.SimulatedDisk.Call;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every call that the journal makes to the disk fails once, one after the other. Whatever it was: what was
/// appended is there after the process is killed, and what was forced is there after a loss of power.
final class DiskFaultTest {
    private static final List<JournalBlock> BLOCKS = Blocks.chain(12);
    private static final int POWER_CUTS = 4;

    /// What is known to have been appended and forced when the session ended.
    private static final class Session {
        private final SimulatedDisk disk;
        private long appended;
        private long forced;

        Session(SimulatedDisk disk) {
            this.disk = disk;
        }

        /// Appends and forces; a block that was refused is offered once more.
        void run() {
            try (Journal journal = Journals.open(disk)) {
                while (journal.height() < BLOCKS.size()) {
                    append(journal, BLOCKS.get((int) journal.height()));
                    appended = journal.height();
                    if (appended % 5 == 0) {
                        journal.force();
                        forced = appended;
                    }
                }
                List<String> read = new ArrayList<>();
                try (JournalScan scan = journal.scan(1)) {
                    scan.forEachRemaining(block -> read.add(Blocks.text(block)));
                }
                assertThat(read).isEqualTo(Blocks.texts(BLOCKS));
            }
        }

        private static void append(Journal journal, JournalBlock block) {
            try {
                journal.append(block);
            } catch (JournalWriteException e) {
                assertThat(journal.height()).isEqualTo(block.height() - 1);
                journal.append(block);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DELETE", "TRUNCATE"})
    void losesNothingWhicheverCallOfASessionFails(Call call) {
        int faults = 0;
        boolean failed = true;
        while (failed) {
            SimulatedDisk disk = new SimulatedDisk();
            disk.fail(faults, Set.of(call));
            Session session = new Session(disk);
            try {
                session.run();
            } catch (JournalDamagedException e) {
                throw e;
            } catch (JournalException e) {
                assertThat(e).as("fault %d", faults).hasMessageMatching("cannot .*|the journal has failed before");
            }
            failed = disk.failed();
            faults += failed ? 1 : 0;
            assertThat(Journals.recover(disk.afterKill(), session.forced, BLOCKS))
                    .isEqualTo(session.appended);
            for (int seed = 0; seed < POWER_CUTS; seed++) {
                SimulatedDisk left = disk.afterPowerCut(new Random(seed));
                assertThat(Journals.recover(left, session.forced, BLOCKS)).isBetween(session.forced, session.appended);
            }
        }
        assertThat(faults).isPositive();
        System.out.println("faults in " + call + ": " + faults);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CREATE")
    void losesNothingWhicheverCallOfARecoveryFails(Call call) {
        SimulatedDisk torn = tornAtBlockEight();
        int faults = 0;
        boolean failed = true;
        while (failed) {
            SimulatedDisk disk = torn.afterKill();
            disk.fail(faults, Set.of(call));
            try (Journal journal = Journals.open(disk, 5)) {
                assertThat(journal.height()).isEqualTo(7);
            } catch (JournalException e) {
                assertThat(e).hasMessageStartingWith("cannot");
            }
            failed = disk.failed();
            faults += failed ? 1 : 0;
            assertThat(Journals.recover(disk.afterKill(), 5, BLOCKS)).isEqualTo(7);
            for (int seed = 0; seed < POWER_CUTS; seed++) {
                SimulatedDisk left = disk.afterPowerCut(new Random(seed));
                assertThat(Journals.recover(left, 5, BLOCKS)).isBetween(5L, 7L);
            }
        }
        assertThat(faults).isPositive();
    }

    /// Five blocks that were forced, two that were not, one that was lost, and more behind it.
    private static SimulatedDisk tornAtBlockEight() {
        SimulatedDisk disk = new SimulatedDisk();
        try (Journal journal = Journals.open(disk)) {
            BLOCKS.subList(0, 5).forEach(journal::append);
            journal.force();
            BLOCKS.subList(5, BLOCKS.size()).forEach(journal::append);
        }
        byte[] content = disk.bytes(Journals.segment(7));
        SegmentBytes.loseSectorBehind(content, SegmentBytes.boundaries(content).get(1));
        disk.overwrite(Journals.segment(7), content);
        return disk;
    }

    @Test
    void takesNothingAfterAForceThatFailedAndNeverTriesAgain() {
        SimulatedDisk disk = new SimulatedDisk();
        Journal journal = Journals.open(disk);
        BLOCKS.subList(0, 4).forEach(journal::append);
        disk.fail(0, Set.of(Call.FORCE));
        assertThatExceptionOfType(JournalFailedException.class)
                .isThrownBy(journal::force)
                .withMessage("cannot force the journal to disk");
        assertThat(disk.count(Call.FORCE)).isEqualTo(1);
        assertThatExceptionOfType(JournalFailedException.class)
                .isThrownBy(journal::force)
                .withMessage("the journal has failed before");
        assertThatExceptionOfType(JournalFailedException.class)
                .isThrownBy(() -> journal.append(BLOCKS.get(4)))
                .withMessage("the journal has failed before");
        assertThat(disk.count(Call.FORCE)).isEqualTo(1);
        assertThat(disk.count(Call.WRITE)).isZero();
        assertThat(Blocks.text(journal.read(4))).isEqualTo(Blocks.text(BLOCKS.get(3)));
        journal.close();
    }

    @Test
    void keepsReadingOnAFullDiskAndGoesOnWhenThereIsSpace() {
        for (int free = 0; free < 2_000; free += 7) {
            SimulatedDisk disk = new SimulatedDisk();
            try (Journal journal = Journals.open(disk)) {
                disk.fill(free);
                long height = 0;
                try {
                    for (JournalBlock block : BLOCKS) {
                        journal.append(block);
                        height++;
                    }
                } catch (JournalWriteException e) {
                    assertThat(e).hasRootCauseMessage("No space left on device");
                }
                assertThat(height).isLessThan(BLOCKS.size());
                List<JournalBlock> appended = BLOCKS.subList(0, (int) height);
                Journals.assertHolds(journal, appended, Journals.hashes(appended));
                assertThat(Journals.recover(disk.afterKill(), 0, BLOCKS)).isEqualTo(height);
                journal.force();
                disk.fill(Long.MAX_VALUE);
                BLOCKS.subList((int) height, BLOCKS.size()).forEach(journal::append);
                Journals.assertHolds(journal, BLOCKS, Journals.hashes(BLOCKS));
            }
        }
    }

    @Test
    void opensAndReadsOnAFullDisk() {
        SimulatedDisk disk = Journals.unforced(BLOCKS).afterKill();
        disk.fill(0);
        try (Journal journal = Journals.open(disk)) {
            Journals.assertHolds(journal, BLOCKS, Journals.hashes(BLOCKS));
            journal.force();
        }
    }

    @Test
    void takesNothingIfAHalfWrittenBlockCannotBeTakenBack() {
        SimulatedDisk disk = new SimulatedDisk();
        try (Journal journal = Journals.open(disk)) {
            BLOCKS.subList(0, 2).forEach(journal::append);
            disk.failFrom(0, EnumSet.of(Call.WRITE, Call.TRUNCATE));
            assertThatExceptionOfType(JournalFailedException.class)
                    .isThrownBy(() -> journal.append(BLOCKS.get(2)))
                    .withMessageStartingWith("cannot take back what was written in part");
            disk.fail(-1, Set.of());
            assertThatExceptionOfType(JournalFailedException.class).isThrownBy(() -> journal.append(BLOCKS.get(2)));
            assertThatExceptionOfType(JournalFailedException.class).isThrownBy(journal::force);
            assertThat(Blocks.text(journal.read(2))).isEqualTo(Blocks.text(BLOCKS.get(1)));
        }
        assertThat(Journals.recover(disk.afterKill(), 0, BLOCKS)).isEqualTo(2);
    }

    @Test
    void takesNothingIfAHalfWrittenSegmentCannotBeTakenBack() {
        SimulatedDisk disk = new SimulatedDisk();
        try (Journal journal = Journals.open(disk)) {
            disk.failFrom(0, EnumSet.of(Call.WRITE, Call.DELETE));
            assertThatExceptionOfType(JournalFailedException.class)
                    .isThrownBy(() -> journal.append(BLOCKS.get(0)))
                    .withMessageStartingWith("cannot take back what was written in part");
        }
        assertThat(Journals.recover(disk.afterKill(), 0, BLOCKS)).isZero();
    }
}
