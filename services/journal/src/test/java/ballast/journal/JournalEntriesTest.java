package ballast.journal;

import static ballast.journal.Journals.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ballast.guard.FailPoints;
import ballast.journal.SimulatedDisk.Call;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// An entry is found by its block and its place in the block.
final class JournalEntriesTest {
    private static final List<JournalBlock> BLOCKS = Blocks.chain(9);

    private final SimulatedDisk disk = Journals.forced(BLOCKS);
    private final Journal journal = Journals.open(disk);
    private final byte[] middle = disk.bytes(segment(4));
    private final List<Integer> boundaries = SegmentBytes.boundaries(middle);

    private record Place(JournalBlock block, int offset, JournalEntry entry) {}

    @Test
    void findsEveryEntryInAnyOrder() {
        var places = places(BLOCKS);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(places, new Random(seed));
            for (var place : places) {
                assertSame(journal.entry(place.block().height(), place.offset()), place.entry());
            }
        }
    }

    @Test
    void findsEntriesOfBlocksThatWereJustAppended() {
        var more = Blocks.chain(12).subList(9, 12);
        for (var block : more) {
            journal.append(block);
            for (var place : places(List.of(block))) {
                assertSame(journal.entry(block.height(), place.offset()), place.entry());
            }
        }
    }

    @Test
    void findsAnEntryThatIsLongerThanItsFirstGuess() {
        var large = new JournalEntry(new byte[3_000], new byte[70_000]);
        large.outcome()[69_999] = 7;
        var small = Blocks.entry("a", "b");
        var block = new JournalBlock(1, 1, 1, List.of(small, large, small), Hash.ZERO);
        try (var other = Journal.open(
                Journals.DIRECTORY, JournalOptions.defaults(), FailPoints.disarmed(), 0, new SimulatedDisk())) {
            other.append(block);
            for (var place : places(List.of(block))) {
                assertSame(other.entry(1, place.offset()), place.entry());
            }
        }
    }

    @Test
    void showsAVisitorTheEntriesThatItHasSeen() {
        var seen = new ArrayList<JournalEntry>();
        new Verifier(
                        disk,
                        Journals.DIRECTORY,
                        entries -> (block, hash) ->
                                seen.add(entries.entry((block.height() + 1) / 2, JournalBlock.FIRST_ENTRY_OFFSET)))
                .verify();
        for (int index = 0; index < seen.size(); index++) {
            assertSame(seen.get(index), BLOCKS.get(index / 2).entries().getFirst());
        }
        assertThat(seen).hasSize(9);
    }

    @Test
    void refusesHeightsThatTheJournalDoesNotHave() {
        assertThatIllegalArgumentException().isThrownBy(() -> journal.entry(10, JournalBlock.FIRST_ENTRY_OFFSET));
        assertThatIllegalArgumentException().isThrownBy(() -> journal.entry(0, JournalBlock.FIRST_ENTRY_OFFSET));
    }

    @Test
    void refusesAPlaceWhereNoEntryCanBegin() {
        int payload = boundaries.get(1) - boundaries.get(0) - RecordFormat.FRAME_BYTES;
        for (int offset : List.of(-1, 59, payload - RecordFormat.TRAILER_BYTES - 7, Integer.MAX_VALUE)) {
            assertDamaged(4, offset, "no room for one");
        }
    }

    @Test
    void refusesLengthsThatHaveGoneBad() {
        int entry = boundaries.get(0) + RecordFormat.FRAME_BYTES + RecordFormat.ENTRIES_AT;
        for (int[] lengths : List.of(new int[] {-1, 1}, new int[] {1, -1}, new int[] {1, 1_000})) {
            byte[] changed = middle.clone();
            ByteBuffer.wrap(changed).putInt(entry, lengths[0]).putInt(entry + Integer.BYTES, lengths[1]);
            disk.put(segment(4), changed);
            assertDamaged(4, JournalBlock.FIRST_ENTRY_OFFSET, "found other lengths");
        }
    }

    @Test
    void refusesARecordThatHasGoneBadOnTheWay() {
        disk.put(segment(4), SegmentBytes.slice(middle, 0, boundaries.get(1)));
        assertDamaged(5, JournalBlock.FIRST_ENTRY_OFFSET, "found the end of the file");
        byte[] changed = middle.clone();
        changed[boundaries.get(0)] ^= 1;
        disk.put(segment(4), changed);
        assertDamaged(6, JournalBlock.FIRST_ENTRY_OFFSET, "bytes of payload");
    }

    @Test
    void saysWhenAFileCannotBeReadOrClosed() {
        disk.fail(0, Set.of(Call.READ));
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> journal.entry(5, JournalBlock.FIRST_ENTRY_OFFSET))
                .withMessage("cannot read an entry of block 5");
        disk.fail(0, Set.of(Call.CLOSE));
        var entries = new JournalEntries(disk, Journals.DIRECTORY, index());
        entries.entry(1, JournalBlock.FIRST_ENTRY_OFFSET);
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(entries::close)
                .withMessage("cannot close a segment");
        entries.close();
    }

    private static BlockIndex index() {
        var index = new BlockIndex();
        index.add(new SegmentName(1), 1, SegmentHeader.BYTES, 1);
        return index;
    }

    private void assertDamaged(long height, int offset, String expected) {
        try (var fresh = new JournalEntries(disk, Journals.DIRECTORY, middleIndex())) {
            assertThatExceptionOfType(JournalDamagedException.class)
                    .isThrownBy(() -> fresh.entry(height, offset))
                    .satisfies(e -> assertThat(e.damage().expected()).contains(expected));
        }
    }

    private static BlockIndex middleIndex() {
        var index = new BlockIndex();
        index.add(new SegmentName(4), 4, SegmentHeader.BYTES, 1);
        return index;
    }

    private static List<Place> places(List<JournalBlock> blocks) {
        var places = new ArrayList<Place>();
        for (var block : blocks) {
            int offset = JournalBlock.FIRST_ENTRY_OFFSET;
            for (var entry : block.entries()) {
                places.add(new Place(block, offset, entry));
                offset += entry.bytes();
            }
        }
        return places;
    }

    private static void assertSame(JournalEntry found, JournalEntry expected) {
        assertThat(found.transaction()).isEqualTo(expected.transaction());
        assertThat(found.outcome()).isEqualTo(expected.outcome());
    }
}
