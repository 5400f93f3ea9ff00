package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ballast.guard.FailPoints;
import ballast.guard.InvariantViolation;
import ballast.journal.SimulatedDisk.Call;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every limit, at its limit.
final class JournalOptionsTest {
    private static final JournalOptions DEFAULTS = JournalOptions.defaults();

    record Row(Supplier<JournalOptions> options, String refusal) {}

    static List<Row> refusals() {
        return List.of(
                new Row(() -> DEFAULTS.withGroup(-1), "group: -1 (expected: 0 or above)"),
                new Row(() -> DEFAULTS.withSegmentBytesMax(0), "segmentBytesMax: 0 (expected: 1 or above)"),
                new Row(() -> DEFAULTS.withBlockBytesMax(131), "blockBytesMax: 131 (expected: 132 to 268435464)"),
                new Row(
                        () -> DEFAULTS.withBlockBytesMax(268_435_465),
                        "blockBytesMax: 268435465 (expected: 132 to 268435464)"),
                new Row(() -> DEFAULTS.withUnforcedSegmentsMax(0), "unforcedSegmentsMax: 0 (expected: 1 or above)"),
                new Row(() -> DEFAULTS.withProvenSegmentsMin(0), "provenSegmentsMin: 0 (expected: 1 or above)"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void areRefusedPastTheirLimits(Row row) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row.options().get())
                .withMessage(row.refusal());
    }

    @Test
    void areTakenAtTheirLimits() {
        assertThat(DEFAULTS.withGroup(0)
                        .withSegmentBytesMax(1)
                        .withBlockBytesMax(132)
                        .withUnforcedSegmentsMax(1)
                        .withProvenSegmentsMin(1))
                .isEqualTo(new JournalOptions(0, 1, 132, 1, 1));
        assertThat(DEFAULTS.withBlockBytesMax(268_435_464).blockBytesMax()).isEqualTo(268_435_464);
    }

    @Test
    void takesABlockOfTheLargestSizeAndNoneLarger() {
        JournalBlock block = Blocks.block(1, 1, 1);
        int bytes = recordBytes(block);
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> append(DEFAULTS.withBlockBytesMax(bytes - 1), block))
                .withMessage("block 1 takes %d bytes (at most: %d)".formatted(bytes, bytes - 1));
        append(DEFAULTS.withBlockBytesMax(bytes), block);
    }

    @Test
    void readsLargerBlocksThanItMayWrite() {
        SimulatedDisk disk = Journals.unforced(Blocks.chain(3));
        try (Journal journal = open(disk, DEFAULTS.withBlockBytesMax(132))) {
            assertThat(journal.height()).isEqualTo(3);
        }
    }

    @Test
    void growsWithTheBlocks() {
        append(DEFAULTS, Blocks.block(1, 1, 10_000));
    }

    @Test
    void takesTheSmallestBlock() {
        JournalBlock block = new JournalBlock(1, 0, 1, List.of(), Hash.ZERO);
        assertThat(recordBytes(block)).isEqualTo(132);
        append(DEFAULTS.withBlockBytesMax(132), block);
    }

    @Test
    void fillsASegmentToTheLastByte() {
        List<JournalBlock> blocks = Blocks.chain(2);
        long both = 68L + recordBytes(blocks.get(0)) + recordBytes(blocks.get(1));
        assertThat(segments(DEFAULTS.withSegmentBytesMax(both), blocks)).isEqualTo(1);
        assertThat(segments(DEFAULTS.withSegmentBytesMax(both - 1), blocks)).isEqualTo(2);
    }

    @Test
    void givesABlockThatIsLargerThanASegmentOneOfItsOwn() {
        assertThat(segments(DEFAULTS.withSegmentBytesMax(1), Blocks.chain(5))).isEqualTo(5);
    }

    @Test
    void forcesFullSegmentsWhenMoreOfThemWaitThanMay() {
        SimulatedDisk disk = new SimulatedDisk();
        JournalOptions options = DEFAULTS.withSegmentBytesMax(1).withUnforcedSegmentsMax(2);
        try (Journal journal = open(disk, options)) {
            disk.fail(-1, Set.of());
            List<JournalBlock> blocks = Blocks.chain(7);
            blocks.subList(0, 3).forEach(journal::append);
            assertThat(disk.count(Call.FORCE)).isZero();
            journal.append(blocks.get(3));
            assertThat(disk.count(Call.FORCE)).isEqualTo(3 + 1); // three segments and the mark
            blocks.subList(4, 5).forEach(journal::append);
            assertThat(disk.count(Call.FORCE)).isEqualTo(3 + 1);
            blocks.subList(5, 6).forEach(journal::append);
            assertThat(disk.count(Call.FORCE)).isEqualTo(2 * (3 + 1));
        }
    }

    @Test
    void writesABlockWithOneCall() {
        SimulatedDisk disk = new SimulatedDisk();
        try (Journal journal = open(disk, DEFAULTS)) {
            disk.fail(-1, Set.of());
            journal.append(Blocks.block(1, 1, 100));
            assertThat(disk.count(Call.WRITE)).isEqualTo(2); // the header of the segment and the block
            journal.append(Blocks.block(2, 101, 100));
            assertThat(disk.count(Call.WRITE)).isEqualTo(3);
            assertThat(disk.count(Call.FORCE)).isZero();
        }
    }

    private static void append(JournalOptions options, JournalBlock block) {
        try (Journal journal = open(new SimulatedDisk(), options)) {
            journal.append(block);
            assertThat(Blocks.text(journal.read(1))).isEqualTo(Blocks.text(block));
        }
    }

    private static int segments(JournalOptions options, List<JournalBlock> blocks) {
        SimulatedDisk disk = new SimulatedDisk();
        try (Journal journal = open(disk, options)) {
            blocks.forEach(journal::append);
        }
        JournalVerification verification =
                new Verifier(disk, Journals.DIRECTORY, entries -> (block, hash) -> {}).verify();
        assertThat(verification.height()).isEqualTo(blocks.size());
        return verification.segments();
    }

    private static Journal open(SimulatedDisk disk, JournalOptions options) {
        return Journal.open(Journals.DIRECTORY, options, FailPoints.disarmed(), 0, disk);
    }

    private static int recordBytes(JournalBlock block) {
        return new RecordEncoder(1 << 20).encode(block, Hash.ZERO).remaining();
    }
}
