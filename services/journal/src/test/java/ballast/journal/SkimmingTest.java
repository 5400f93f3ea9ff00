package ballast.journal;

import static ballast.journal.Journals.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.guard.FailPoints;
import ballast.journal.SimulatedDisk.Call;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Old segments that were forced long ago need not be proven block by block each time that a journal is opened.
final class SkimmingTest {
    private static final List<JournalBlock> BLOCKS = Blocks.chain(30);
    private static final List<Hash> HASHES = Journals.hashes(BLOCKS);
    private static final SimulatedDisk WHOLE = Journals.forced(BLOCKS);
    private static final byte[] FOURTH = WHOLE.bytes(segment(4));
    private static final List<Integer> BOUNDARIES = SegmentBytes.boundaries(FOURTH);

    @Test
    void readsLittleOfOldSegmentsAndFindsEveryBlockInThem() {
        SimulatedDisk disk = WHOLE.afterKill();
        disk.fail(-1, Set.of());
        open(disk, Integer.MAX_VALUE, 0).close();
        int readsOfAll = disk.count(Call.READ);
        SimulatedDisk again = WHOLE.afterKill();
        again.fail(-1, Set.of());
        try (Journal journal = open(again, 1, 0)) {
            assertThat(again.count(Call.READ)).isLessThan(readsOfAll);
            Journals.assertHolds(journal, BLOCKS, HASHES);
            for (int height = 1; height <= BLOCKS.size(); height++) {
                assertThat(journal.hashAt(height)).isEqualTo(HASHES.get(height - 1));
            }
        }
    }

    record Row(String name, Consumer<SimulatedDisk> done, long file, long height, long offset, String expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Row> damages() {
        int last = BOUNDARIES.get(2);
        int end = BOUNDARIES.get(3);
        return List.of(
                new Row("header", flipped(30), 4, 4, 0, "magic number"),
                new Row("length", put(BOUNDARIES.get(1), 77), 4, 5, BOUNDARIES.get(1), "found 77"),
                new Row("last block", flipped(last + 60), 4, 6, last, "checksum"),
                new Row("no last block", shortened(last), 6, 6, 0, "found 0000000000000000007.journal next"),
                new Row("half a last block", shortened(end - 1), 4, 6, last, "bytes of payload"),
                new Row("no block", shortened(68), 4, 4, 68, "a block, found none"),
                new Row("a block over another", doubled(), 4, 6, last, "this block, found 5"),
                new Row("missing", disk -> disk.remove(segment(4)), 4, 4, 0, "found 0000000000000000007.journal next"));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void findsWhatIsWrongWithTheFrameOfAnOldSegment(Row row) {
        SimulatedDisk disk = WHOLE.afterKill();
        row.done().accept(disk);
        assertThatExceptionOfType(JournalDamagedException.class)
                .isThrownBy(() -> open(disk, 1, 0))
                .satisfies(e -> {
                    JournalDamage damage = e.damage();
                    assertThat(damage.expected()).contains(row.expected());
                    assertThat(damage)
                            .isEqualTo(new JournalDamage(
                                    segment(row.file()), row.height(), row.offset(), damage.expected()));
                });
    }

    @Test
    void findsWhatIsWrongWithAnOldBlockWhenItIsRead() {
        SimulatedDisk disk = WHOLE.afterKill();
        flipped(BOUNDARIES.get(1) + 60).accept(disk);
        try (Journal journal = open(disk, 1, 0)) {
            assertThatExceptionOfType(JournalDamagedException.class)
                    .isThrownBy(() -> journal.read(5))
                    .satisfies(e -> assertThat(e.damage().height()).isEqualTo(5));
            assertThat(Blocks.text(journal.read(6))).isEqualTo(Blocks.text(BLOCKS.get(5)));
        }
        assertThatExceptionOfType(JournalDamagedException.class).isThrownBy(() -> open(disk, Integer.MAX_VALUE, 0));
    }

    @Test
    void provesEveryBlockThatIsNotKnownToHaveBeenForced() {
        List<Long> proven = new ArrayList<>();
        for (long durableHeight : List.of(0L, 6L, 29L)) {
            SimulatedDisk disk = WHOLE.afterKill();
            disk.remove(Journals.mark());
            disk.fail(-1, Set.of());
            open(disk, 1, durableHeight).close();
            proven.add((long) disk.count(Call.READ));
        }
        assertThat(proven.get(0)).isGreaterThan(proven.get(1));
        assertThat(proven.get(1)).isGreaterThan(proven.get(2));
    }

    @Test
    void provesTheSegmentThatHoldsTheForcedBlock() {
        SimulatedDisk disk = WHOLE.afterKill();
        SimulatedDisk earlier = Journals.forced(BLOCKS.subList(0, 5));
        disk.put(Journals.mark(), earlier.bytes(Journals.mark()));
        flipped(BOUNDARIES.get(0) + 60).accept(disk);
        assertThatExceptionOfType(JournalDamagedException.class)
                .isThrownBy(() -> open(disk, 1, 29))
                .satisfies(e -> assertThat(e.damage().height()).isEqualTo(4));
    }

    private static Journal open(SimulatedDisk disk, int provenSegmentsMin, long durableHeight) {
        JournalOptions options = Journals.TINY_SEGMENTS.withProvenSegmentsMin(provenSegmentsMin);
        return Journal.open(Journals.DIRECTORY, options, FailPoints.disarmed(), durableHeight, disk);
    }

    private static Consumer<SimulatedDisk> flipped(int at) {
        byte[] content = FOURTH.clone();
        content[at] ^= 1;
        return disk -> disk.put(segment(4), content);
    }

    private static Consumer<SimulatedDisk> put(int at, int value) {
        byte[] content = FOURTH.clone();
        ByteBuffer.wrap(content).putInt(at, value);
        return disk -> disk.put(segment(4), content);
    }

    private static Consumer<SimulatedDisk> shortened(int bytes) {
        return disk -> disk.put(segment(4), SegmentBytes.slice(FOURTH, 0, bytes));
    }

    private static Consumer<SimulatedDisk> doubled() {
        byte[] twice = SegmentBytes.record(FOURTH, 1);
        byte[] start = SegmentBytes.slice(FOURTH, 0, BOUNDARIES.get(2));
        return disk -> disk.put(segment(4), SegmentBytes.join(start, twice));
    }
}
