package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.guard.FailPoint;
import ballast.guard.FailPoints;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A process that is killed in the middle of an append leaves half a record, and the next one cuts it off.
final class InsideAppendTest {
    private static final List<JournalBlock> BLOCKS = Blocks.chain(5);

    @Test
    void leavesHalfARecordBehindAtTheFailPoint() {
        SimulatedDisk disk = new SimulatedDisk();
        List<SimulatedDisk> killed = new ArrayList<>();
        try (Journal journal = open(disk, new KilledInsideAppend(disk, killed))) {
            BLOCKS.forEach(journal::append);
            Journals.assertHolds(journal, BLOCKS, Journals.hashes(BLOCKS));
        }
        assertThat(killed).hasSize(BLOCKS.size());
        for (int i = 0; i < killed.size(); i++) {
            SimulatedDisk left = killed.get(i);
            try (Journal journal = open(left.afterKill(), FailPoints.disarmed())) {
                assertThat(journal.cutTail()).isPresent();
            }
            assertThat(Journals.recover(left, i, BLOCKS)).isEqualTo(i);
        }
    }

    @Test
    void isNotPassedUnlessSomebodyWaitsForIt() {
        List<FailPoint> passed = new ArrayList<>();
        try (Journal journal = open(new SimulatedDisk(), passed::add)) {
            BLOCKS.forEach(journal::append);
        }
        assertThat(passed).isEmpty();
    }

    private static Journal open(SimulatedDisk disk, FailPoints failPoints) {
        return Journal.open(Journals.DIRECTORY, Journals.TINY_SEGMENTS, failPoints, 0, disk);
    }

    private record KilledInsideAppend(SimulatedDisk disk, List<SimulatedDisk> killed) implements FailPoints {
        @Override
        public boolean armed(FailPoint point) {
            return point == FailPoint.INSIDE_JOURNAL_APPEND;
        }

        @Override
        public void passed(FailPoint point) {
            assertThat(point).isEqualTo(FailPoint.INSIDE_JOURNAL_APPEND);
            killed.add(disk.afterKill());
        }
    }
}
