package ballast.journal;

import static ballast.journal.Journals.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.journal.SimulatedDisk.Call;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Old blocks are proven again each time that they are read: a disk can go bad under a journal that is open.
final class JournalScanTest {
    private static final List<JournalBlock> BLOCKS = Blocks.chain(9);
    private static final List<Hash> HASHES = Journals.hashes(BLOCKS);

    private final SimulatedDisk disk = Journals.forced(BLOCKS);
    private final Journal journal = Journals.open(disk);
    private final byte[] middle = disk.bytes(segment(4));
    private final List<Integer> boundaries = SegmentBytes.boundaries(middle);

    @Test
    void givesTheBlocksFromOneHeightToAnother() {
        try (JournalScan scan = journal.scan(3, 5)) {
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(scan::hash);
            for (int height = 3; height <= 5; height++) {
                assertThat(scan.hasNext()).isTrue();
                assertThat(Blocks.text(scan.next())).isEqualTo(Blocks.text(BLOCKS.get(height - 1)));
                assertThat(scan.hash()).isEqualTo(HASHES.get(height - 1));
            }
            assertThat(scan.hasNext()).isFalse();
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(scan::next)
                    .withMessage("the scan ends with block 5");
        }
    }

    @Test
    void refusesABlockThatHasGoneBad() {
        middle[boundaries.get(1) + 60] ^= 1;
        assertDamaged(5, 5, boundaries.get(1), "checksum");
        assertThat(Blocks.text(journal.read(6))).isEqualTo(Blocks.text(BLOCKS.get(5)));
    }

    @Test
    void refusesALengthThatHasGoneBadBeforeTheBlock() {
        middle[boundaries.get(0)] ^= 1;
        assertDamaged(6, 4, boundaries.get(0), "bytes of payload");
    }

    @Test
    void refusesAnotherBlockInThePlaceOfTheOneThatWasAskedFor() {
        byte[] twice =
                SegmentBytes.join(SegmentBytes.slice(middle, 0, boundaries.get(1)), SegmentBytes.record(middle, 0));
        assertDamaged(twice, 5, 5, boundaries.get(1), "this block, found 4");
    }

    @Test
    void refusesAFileThatEndsTooEarly() {
        byte[] shorter = SegmentBytes.slice(middle, 0, boundaries.get(1));
        assertDamaged(shorter, 5, 5, boundaries.get(1), "this block, found the end of the file");
        assertDamaged(shorter, 6, 5, boundaries.get(1), "this block, found the end of the file");
    }

    @Test
    void saysWhenAFileCannotBeReadOrClosed() {
        disk.fail(0, Set.of(Call.READ));
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> journal.read(5))
                .withMessage("cannot read block 5");
        disk.fail(0, Set.of(Call.CLOSE));
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> journal.read(5))
                .withMessage("cannot close a segment");
        disk.fail(0, Set.of(Call.LIST));
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> new Verifier(disk, Journals.DIRECTORY, entries -> (block, hash) -> {}).verify())
                .withMessage("cannot read the journal in journal");
    }

    private void assertDamaged(long read, long height, long offset, String expected) {
        assertDamaged(middle, read, height, offset, expected);
    }

    private void assertDamaged(byte[] content, long read, long height, long offset, String expected) {
        disk.put(segment(4), content);
        assertThatExceptionOfType(JournalDamagedException.class)
                .isThrownBy(() -> journal.read(read))
                .satisfies(e -> {
                    JournalDamage damage = e.damage();
                    assertThat(damage.expected()).contains(expected);
                    assertThat(damage).isEqualTo(new JournalDamage(segment(4), height, offset, damage.expected()));
                });
    }
}
