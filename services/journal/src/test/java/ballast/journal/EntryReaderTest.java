package ballast.journal;

import static ballast.journal.Journals.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.journal.SimulatedDisk.Call;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Single entries are read where the follower and the scan say that their blocks lie.
final class EntryReaderTest {
    private static final List<JournalBlock> BLOCKS = Blocks.chain(100);

    private final SimulatedDisk disk = new SimulatedDisk();
    private final Journal journal = Journals.open(disk);
    private final List<Place> places = new ArrayList<>();

    /// Where an entry is and what it is.
    private record Place(long segment, long offset, JournalEntry entry) {}

    @Test
    void givesEveryEntryInAnyOrder() {
        append(BLOCKS);
        assertThat(places).hasSizeGreaterThan(BLOCKS.size());
        try (EntryReader reader = journal.entries()) {
            places.forEach(place -> assertReads(reader, place));
            places.reversed().forEach(place -> assertReads(reader, place));
            Collections.shuffle(places, new Random(1));
            places.forEach(place -> assertReads(reader, place));
        }
    }

    @Test
    void theScanAndTheFollowerNameTheSamePlaces() {
        List<BlockPlace> followed = new ArrayList<>();
        journal.follow((block, place) -> followed.add(place));
        BLOCKS.forEach(journal::append);
        List<BlockPlace> scanned = new ArrayList<>();
        try (JournalScan scan = journal.scan(1)) {
            while (scan.hasNext()) {
                scan.next();
                scanned.add(scan.place());
            }
        }
        assertThat(scanned).isEqualTo(followed).hasSize(BLOCKS.size());
    }

    @Test
    void entriesThatFollowEachOtherComeOutOfOneRead() {
        append(List.of(Blocks.block(1, 1, 50)));
        try (EntryReader reader = journal.entries()) {
            disk.fail(-1, Set.of());
            places.subList(0, 10).forEach(place -> assertReads(reader, place));
            assertThat(disk.count(Call.READ)).isOne();
            places.subList(10, 50).forEach(place -> assertReads(reader, place));
            assertThat(disk.count(Call.READ)).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void anEntryMayBeOfAnyLength() {
        for (int bytes : List.of(0, EntryReader.NEAR_BYTES, EntryReader.AHEAD_BYTES, 3 * EntryReader.AHEAD_BYTES)) {
            long height = journal.height() + 1;
            JournalEntry entry = Blocks.entry("t".repeat(bytes), "o".repeat(bytes));
            append(List.of(new JournalBlock(height, 1, height, List.of(entry), Blocks.digest(height))));
        }
        try (EntryReader reader = journal.entries()) {
            places.forEach(place -> assertReads(reader, place));
            places.reversed().forEach(place -> assertReads(reader, place));
        }
    }

    @Test
    void anEntryMayLieFarBehindTheOneBefore() {
        JournalEntry small = Blocks.entry("t", "o");
        List<JournalEntry> entries = List.of(small, Blocks.entry("t".repeat(3 * EntryReader.NEAR_BYTES), "o"), small);
        append(List.of(new JournalBlock(1, 1, 1, entries, Blocks.digest(1))));
        try (EntryReader reader = journal.entries()) {
            assertReads(reader, places.getFirst());
            assertReads(reader, places.getLast());
        }
    }

    @Test
    void refusesAPlaceWhereNoEntryCanBe() {
        append(BLOCKS.subList(0, 3));
        long size = disk.bytes(segment(1)).length;
        assertRefused(size - 7);
        assertRefused(size + 1);
        byte[] content = disk.bytes(segment(1));
        int at = (int) places.getFirst().offset();
        content[at] = (byte) 0x80;
        disk.put(segment(1), content);
        assertRefused(at);
        content[at] = 0x40;
        disk.put(segment(1), content);
        assertRefused(at);
    }

    @Test
    void saysWhenAFileCannotBeReadOrClosed() {
        append(BLOCKS.subList(0, 1));
        EntryReader reader = journal.entries();
        disk.fail(0, Set.of(Call.READ));
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> assertReads(reader, places.getFirst()))
                .withMessage(
                        "cannot read the entry at byte %d of %s",
                        places.getFirst().offset(), segment(1));
        disk.fail(0, Set.of(Call.CLOSE));
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(reader::close)
                .withMessage("cannot close a segment");
    }

    private void append(List<JournalBlock> blocks) {
        journal.follow((block, place) -> {
            long offset = place.firstEntryOffset();
            for (JournalEntry entry : block.entries()) {
                places.add(new Place(place.segment(), offset, entry));
                offset += BlockPlace.entryBytes(entry);
            }
        });
        blocks.forEach(journal::append);
    }

    private static void assertReads(EntryReader reader, Place place) {
        JournalEntry read = reader.read(place.segment(), place.offset());
        assertThat(read.transaction()).isEqualTo(place.entry().transaction());
        assertThat(read.outcome()).isEqualTo(place.entry().outcome());
    }

    private void assertRefused(long offset) {
        try (EntryReader reader = journal.entries()) {
            assertThatExceptionOfType(JournalDamagedException.class)
                    .isThrownBy(() -> reader.read(1, offset))
                    .satisfies(e -> assertThat(e.damage())
                            .isEqualTo(new JournalDamage(
                                    Path.of("journal").resolve(segment(1).getFileName()),
                                    0,
                                    offset,
                                    "an entry, found none")));
        }
    }
}
