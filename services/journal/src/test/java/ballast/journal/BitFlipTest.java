package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Every single bit of a small journal is flipped, one at a time. None is ever taken for what was written.
final class BitFlipTest {
    private static final List<JournalBlock> BLOCKS = Blocks.chain(7);

    @Test
    void refusesEveryFlippedBitOfAForcedJournal() {
        SimulatedDisk whole = Journals.forced(BLOCKS);
        int refused = 0;
        for (Path segment : segments(whole)) {
            for (int bit = 0; bit < 8 * whole.bytes(segment).length; bit++) {
                JournalDamage damage = damage(flipped(whole, segment, bit)).orElseThrow();
                assertThat(damage.file()).as("bit %d", bit).isEqualTo(segment);
                assertThat(damage.offset()).isLessThanOrEqualTo(bit / 8);
                assertThat(damage.height()).isBetween(1L, 7L);
                refused++;
            }
        }
        System.out.println("bits of a forced journal flipped and refused: " + refused);
    }

    @Test
    void refusesEveryFlippedBitButThoseOfTheLastBlockIfNobodyKnowsWhatWasForced() {
        SimulatedDisk whole = Journals.unmarked(BLOCKS);
        Path last = segments(whole).getLast();
        int lastRecord = SegmentBytes.boundaries(whole.bytes(last)).reversed().get(1);
        int refused = 0;
        int cut = 0;
        for (Path segment : segments(whole)) {
            for (int bit = 0; bit < 8 * whole.bytes(segment).length; bit++) {
                SimulatedDisk disk = flipped(whole, segment, bit);
                Optional<JournalDamage> damage = damage(disk.afterKill());
                boolean torn = segment.equals(last) && bit / 8 >= lastRecord;
                assertThat(damage.isPresent()).as("%s, bit %d", segment, bit).isNotEqualTo(torn);
                if (torn) {
                    assertThat(Journals.recover(disk, 0, BLOCKS)).isEqualTo(6);
                    cut++;
                } else {
                    refused++;
                }
            }
        }
        System.out.println("bits of an unmarked journal flipped: %d refused, %d cut".formatted(refused, cut));
    }

    /// The length of a segment's last record is no exception: if it claims more than the file has, the file may have
    /// lost its end, and that is cut.
    @Test
    void refusesAFlippedBitInAnUnforcedJournalButInTheLastBlockOrALengthThatPassesTheEnd() {
        SimulatedDisk whole = Journals.unforced(BLOCKS);
        int refused = 0;
        int cut = 0;
        for (Path segment : segments(whole)) {
            int lastRecord =
                    SegmentBytes.boundaries(whole.bytes(segment)).reversed().get(1);
            boolean lastSegment = segment.equals(segments(whole).getLast());
            for (int at = 0; at < whole.bytes(segment).length; at++) {
                int bit = 8 * at + at % 8;
                SimulatedDisk disk = flipped(whole, segment, bit);
                boolean mayBeTorn = at >= lastRecord && (lastSegment || at < lastRecord + Integer.BYTES);
                if (damage(disk.afterKill()).isPresent()) {
                    refused++;
                } else {
                    assertThat(mayBeTorn).as("%s, bit %d", segment, bit).isTrue();
                    assertThat(Journals.recover(disk, 0, BLOCKS)).isLessThan(BLOCKS.size());
                    cut++;
                }
            }
        }
        System.out.println("bits of an unforced journal flipped: %d refused, %d cut".formatted(refused, cut));
        assertThat(refused).isGreaterThan(4 * cut);
    }

    @Test
    void opensWhicheverBitOfTheMarkIsFlipped() {
        SimulatedDisk whole = Journals.forced(BLOCKS);
        for (int slot : List.of(0, ForcedMark.SLOT_DISTANCE_BYTES)) {
            for (int bit = 8 * slot; bit < 8 * (slot + ForcedMark.SLOT_BYTES); bit++) {
                assertThat(Journals.recover(flipped(whole, Journals.mark(), bit), 0, BLOCKS))
                        .isEqualTo(7);
            }
        }
    }

    private static List<Path> segments(SimulatedDisk disk) {
        return disk.paths().stream()
                .filter(path -> SegmentName.parse(path.getFileName().toString()).isPresent())
                .toList();
    }

    private static SimulatedDisk flipped(SimulatedDisk whole, Path file, int bit) {
        SimulatedDisk disk = whole.afterKill();
        byte[] content = disk.bytes(file);
        content[bit / 8] ^= (byte) (1 << (bit % 8));
        disk.put(file, content);
        return disk;
    }

    private static Optional<JournalDamage> damage(SimulatedDisk disk) {
        try (Journal journal = Journals.open(disk)) {
            assertThat(journal.cutTail()).isPresent();
            return Optional.empty();
        } catch (JournalDamagedException e) {
            return Optional.of(e.damage());
        }
    }
}
