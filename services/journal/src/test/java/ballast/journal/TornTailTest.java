package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a crash in the middle of an append leaves is cut off, whatever it is, and never a block that was forced.
final class TornTailTest {
    private static final List<JournalBlock> BLOCKS = Blocks.chain(9);
    private static final SimulatedDisk UNMARKED = Journals.unmarked(BLOCKS);
    private static final SimulatedDisk FORCED = Journals.forced(BLOCKS);
    private static final Path LAST = Journals.segment(7);
    private static final byte[] LAST_CONTENT = UNMARKED.bytes(LAST);
    private static final List<Integer> BOUNDARIES = SegmentBytes.boundaries(LAST_CONTENT);

    @Test
    void recoversTheLongestPrefixWhereverTheLastSegmentEnds() {
        assertThat(BOUNDARIES).hasSize(4);
        for (int bytes = 0; bytes < LAST_CONTENT.length; bytes++) {
            int end = bytes;
            long whole = BOUNDARIES.stream()
                    .skip(1)
                    .filter(boundary -> boundary <= end)
                    .count();
            SimulatedDisk disk = lastSegment(Arrays.copyOf(LAST_CONTENT, bytes));
            assertThat(Journals.recover(disk, 0, BLOCKS))
                    .as("a file of %d bytes", bytes)
                    .isEqualTo(6 + whole);
        }
    }

    @Test
    void recoversTheLongestPrefixWhereverTheOnlySegmentEnds() {
        SimulatedDisk one = Journals.unmarked(BLOCKS.subList(0, 1));
        byte[] content = one.bytes(Journals.segment(1));
        for (int bytes = 0; bytes < content.length; bytes++) {
            SimulatedDisk disk = one.afterKill();
            disk.put(Journals.segment(1), Arrays.copyOf(content, bytes));
            assertThat(Journals.recover(disk, 0, BLOCKS))
                    .as("a file of %d bytes", bytes)
                    .isZero();
        }
    }

    @Test
    void recoversTheLongestPrefixWhateverByteOfTheLastRecordIsWrong() {
        for (int at = BOUNDARIES.get(2); at < LAST_CONTENT.length; at++) {
            byte[] wrong = LAST_CONTENT.clone();
            wrong[at] ^= (byte) 0xff;
            assertThat(Journals.recover(lastSegment(wrong), 0, BLOCKS))
                    .as("byte %d", at)
                    .isEqualTo(8);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 131, 132, 133, 4096, 1_050_000})
    void cutsZerosAndGarbageBehindTheLastBlock(int bytes) {
        byte[] noise = new byte[bytes];
        new Random(bytes).nextBytes(noise);
        for (byte[] end : List.of(new byte[bytes], noise)) {
            SimulatedDisk disk = lastSegment(SegmentBytes.join(LAST_CONTENT, end));
            assertThat(Journals.recover(disk, 0, BLOCKS)).isEqualTo(9);
            assertThat(disk.bytes(LAST)).isEqualTo(LAST_CONTENT);
        }
    }

    @Test
    void saysWhatItCut() {
        SimulatedDisk disk = lastSegment(Arrays.copyOf(LAST_CONTENT, LAST_CONTENT.length - 1));
        int start = BOUNDARIES.get(2);
        int lost = LAST_CONTENT.length - 1 - start;
        String expected = "%d bytes of payload, found %d".formatted(lost + 1 - 8, lost - 8);
        try (Journal journal = Journals.open(disk)) {
            assertThat(journal.cutTail()).contains(new CutTail(LAST, 9, start, lost, expected));
        }
        assertThat(disk.bytes(LAST)).isEqualTo(Arrays.copyOf(LAST_CONTENT, start));
    }

    @Test
    void removesALastSegmentThatHoldsNothing() {
        SimulatedDisk disk = Journals.unforced(BLOCKS.subList(0, 6));
        disk.put(LAST, Arrays.copyOf(LAST_CONTENT, 67));
        try (Journal journal = Journals.open(disk)) {
            assertThat(journal.height()).isEqualTo(6);
            assertThat(journal.cutTail()).contains(new CutTail(LAST, 7, 0, 67, "a header of 68 bytes, found 67"));
        }
        assertThat(disk.paths()).doesNotContain(LAST);
    }

    @Test
    void neverCutsABlockThatWasForced() {
        for (int bytes = 0; bytes < LAST_CONTENT.length; bytes++) {
            SimulatedDisk disk = FORCED.afterKill();
            disk.put(LAST, Arrays.copyOf(LAST_CONTENT, bytes));
            refusesFor(disk, 0, "All blocks up to 9 had been forced");
        }
    }

    @Test
    void neverCutsABlockThatTheCallerKnowsToBeDurable() {
        for (int bytes = 0; bytes < LAST_CONTENT.length; bytes++) {
            SimulatedDisk disk = lastSegment(Arrays.copyOf(LAST_CONTENT, bytes));
            if (bytes < BOUNDARIES.get(2)) {
                refusesFor(disk, 8, "All blocks up to 8 had been forced");
            } else {
                assertThat(Journals.recover(disk, 8, BLOCKS)).isEqualTo(8);
            }
        }
    }

    @Test
    void refusesToEndBelowADurableBlockAlthoughEveryBlockIsSound() {
        SimulatedDisk disk = UNMARKED.afterKill();
        JournalDamage damage = refusesFor(disk, 10, "All blocks up to 10 had been forced");
        assertThat(damage)
                .isEqualTo(
                        new JournalDamage(LAST, 10, LAST_CONTENT.length, "this block, found the end of the journal"));
        JournalDamage nothing = refusesFor(new SimulatedDisk(), 1, "All blocks up to 1 had been forced");
        assertThat(nothing)
                .isEqualTo(new JournalDamage(Journals.segment(1), 1, 0, "this block, found the end of the journal"));
    }

    @Test
    void refusesATornEndIfAnotherBlockStandsWhereOneWasForced() {
        SimulatedDisk disk = lastSegment(Arrays.copyOf(LAST_CONTENT, LAST_CONTENT.length - 1));
        SimulatedDisk other = Journals.forced(List.of(Blocks.block(1, 1, 5)));
        disk.put(Journals.mark(), other.bytes(Journals.mark()));
        JournalDamage damage = refusesFor(disk, 0, "as was forced, found another");
        assertThat(damage.file()).isEqualTo(Journals.mark());
        assertThat(damage.height()).isEqualTo(1);
    }

    @Test
    void cutsAllThatALossOfPowerMadeUnreadableAboveADurableBlock() {
        SimulatedDisk disk = UNMARKED.afterKill();
        byte[] middle = disk.bytes(Journals.segment(4));
        SegmentBytes.loseSectorBehind(middle, SegmentBytes.boundaries(middle).get(1));
        disk.put(Journals.segment(4), middle);
        refusesFor(disk.afterKill(), 0, "Sound blocks follow");
        refusesFor(disk.afterKill(), 5, "All blocks up to 5 had been forced");
        assertThat(Journals.recover(disk, 4, BLOCKS)).isEqualTo(4);
        assertThat(disk.paths()).doesNotContain(LAST);
    }

    @Test
    void cutsAllThatALossOfPowerMadeUnreadableIfNothingWasForced() {
        SimulatedDisk disk = Journals.unforced(BLOCKS);
        byte[] first = disk.bytes(Journals.segment(1));
        SegmentBytes.loseSectorBehind(first, SegmentBytes.boundaries(first).get(1));
        disk.put(Journals.segment(1), first);
        assertThat(Journals.recover(disk, 0, BLOCKS)).isEqualTo(1);
    }

    @Test
    void cutsSegmentsBehindAMissingOneAboveADurableBlock() {
        SimulatedDisk disk = UNMARKED.afterKill();
        disk.remove(Journals.segment(4));
        assertThat(Journals.recover(disk, 3, BLOCKS)).isEqualTo(3);
    }

    private static SimulatedDisk lastSegment(byte[] content) {
        SimulatedDisk disk = UNMARKED.afterKill();
        disk.put(LAST, content);
        return disk;
    }

    private static JournalDamage refusesFor(SimulatedDisk disk, long durableHeight, String reason) {
        SimulatedDisk before = disk.afterKill();
        JournalDamagedException[] thrown = new JournalDamagedException[1];
        assertThatExceptionOfType(JournalDamagedException.class)
                .isThrownBy(() -> Journals.open(disk, durableHeight))
                .withMessageContaining(reason)
                .satisfies(e -> thrown[0] = e);
        before.paths().forEach(path -> assertThat(disk.bytes(path)).isEqualTo(before.bytes(path)));
        return thrown[0].damage();
    }
}
