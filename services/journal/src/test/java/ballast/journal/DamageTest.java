package ballast.journal;

import static ballast.journal.DamageTest.By.NOTHING;
import static ballast.journal.DamageTest.By.POWER;
import static ballast.journal.Journals.segment;
import static ballast.journal.SegmentBytes.join;
import static ballast.journal.SegmentBytes.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What has gone wrong with the files of a journal of nine blocks in three segments, and where it is found.
final class DamageTest {
    private static final List<JournalBlock> BLOCKS = Blocks.chain(9);
    private static final List<Hash> HASHES = Journals.hashes(BLOCKS);
    private static final SimulatedDisk WHOLE = Journals.unmarked(BLOCKS);
    private static final byte[] FIRST = WHOLE.bytes(segment(1));
    private static final byte[] MIDDLE = WHOLE.bytes(segment(4));
    private static final byte[] LAST = WHOLE.bytes(segment(7));

    /// The second segment, taken apart: its header and blocks 4 to 6.
    private static final byte[] H = SegmentBytes.header(MIDDLE);

    private static final byte[] R4 = record(MIDDLE, 0);
    private static final byte[] R5 = record(MIDDLE, 1);
    private static final byte[] R6 = record(MIDDLE, 2);
    private static final byte[] ZEROS = new byte[R5.length];
    private static final byte[] OTHER = other();
    private static final byte[] OTHER_MARK =
            Journals.forced(List.of(Blocks.block(1, 1, 5))).bytes(Journals.mark());
    private static final int FIFTH = H.length + R4.length;
    private static final int AFTER_OTHER = FIFTH + OTHER.length;
    private static final int END = MIDDLE.length;
    private static final int DIGEST = R5.length - 64;
    private static final Hash HASH3 = HASHES.get(2);
    private static final Hash HASH5 = HASHES.get(4);

    /// Whether a loss of power can leave this above what was forced.
    enum By {
        POWER,
        NOTHING,
    }

    record Damage(String name, Consumer<SimulatedDisk> done, By by, JournalDamage found) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Damage> damages() {
        return List.of(
                row("two blocks change places", middle(H, R5, R4, R6), NOTHING, 4, 4, 68, "height 4, found 5"),
                row("a block over the next", middle(H, R4, R4, R6), NOTHING, 4, 5, FIFTH, "height 5, found 4"),
                row("a block twice", middle(H, R4, R5, R6, R6), NOTHING, 4, 7, END, "height 7, found 6"),
                row("a block left out", middle(H, R4, R6), NOTHING, 4, 5, FIFTH, "height 5, found 6"),
                row("a block of another past", middle(H, R4, OTHER, R6), NOTHING, 4, 6, AFTER_OTHER, "continues"),
                row("a position left out", middle(H, R4, moved(1, 0)), NOTHING, 4, 5, FIFTH, "position 9, found 10"),
                row(
                        "time goes back",
                        middle(H, R4, moved(0, -1_001)),
                        NOTHING,
                        4,
                        5,
                        FIFTH,
                        "4000 or later, found 3999"),
                row("an entry too long", middle(H, R4, r5(68, 1 << 20)), NOTHING, 4, 5, FIFTH, "entries that fill"),
                row("an entry below zero", middle(H, R4, r5(68, -1)), NOTHING, 4, 5, FIFTH, "entries that fill"),
                row("an outcome below zero", middle(H, R4, r5(72, -1)), NOTHING, 4, 5, FIFTH, "entries that fill"),
                row("an entry too few", middle(H, R4, r5(64, 2)), NOTHING, 4, 5, FIFTH, "entries that fill"),
                row("an entry too many", middle(H, R4, r5(64, 4)), NOTHING, 4, 5, FIFTH, "entries that fill"),
                row("no entry", middle(H, R4, r5(64, 0)), NOTHING, 4, 5, FIFTH, "entries that fill"),
                row("entries below zero", middle(H, R4, r5(64, -1)), NOTHING, 4, 5, FIFTH, "entries that fill"),
                row("another state digest", middle(H, R4, r5(DIGEST, 7)), NOTHING, 4, 5, FIFTH, "block hash " + HASH5),
                row("a block of zeros", middle(H, R4, ZEROS, R6), POWER, 4, 5, FIFTH, "124 to 268435456, found 0"),
                row("an absurd length", middle(H, R4, r5(0, 1 << 30), R6), NOTHING, 4, 5, FIFTH, "found 1073741824"),
                row("a length past the end", middle(H, R4, r5(0, 5_000), R6), NOTHING, 4, 5, FIFTH, "5000 bytes of"),
                row("a byte too many", middle(MIDDLE, new byte[1]), POWER, 4, 7, END, "at least 132 bytes, found 1"),
                row("the end of a segment gone", middle(H, R4, R5), POWER, 6, 6, 0, "found 0000000000000000007.j"),
                row("an empty segment", middle(new byte[0]), POWER, 4, 4, 0, "a header of 68 bytes, found 0"),
                row("a header of zeros", middle(new byte[68], R4), POWER, 4, 4, 0, "magic number"),
                row("a file of another kind", middle(header(0, 7), R4), NOTHING, 4, 4, 0, "magic number"),
                row("a later format", middle(header(8, 2), R4), NOTHING, 4, 4, 0, "format version 1, found 2"),
                row("another group", middle(header(12, 9), R4), NOTHING, 4, 4, 0, "group=0"),
                row("a segment of another past", middle(header(40, 9), R4), NOTHING, 4, 4, 0, "previousHash=" + HASH3),
                row("two segments change places", put(4, LAST).andThen(put(7, MIDDLE)), NOTHING, 4, 4, 0, "Height=4"),
                row("a segment twice", put(5, MIDDLE), NOTHING, 5, 7, 0, "a segment that starts with block 7"),
                row("a segment too early", put(0, FIRST), NOTHING, 0, 1, 0, "a segment that starts with block 1"),
                row("a segment renamed", renamed(4, 5), POWER, 4, 4, 0, "found 0000000000000000005.journal next"),
                row("a segment missing", removed(4), POWER, 4, 4, 0, "found 0000000000000000007.journal next"),
                row("a foreign file", "notes.txt", new byte[1], 0, "no file but those of the journal"),
                row("a height past all heights", "9999999999999999999.journal", FIRST, 0, "no file but those"),
                row("the mark of another journal", JournalFiles.MARK, OTHER_MARK, 1, "as was forced, found another"));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void isRefusedByFileHeightAndByte(Damage damage) {
        assertThat(refused(damage, 0)).isEqualTo(refused(damage, 9));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void isCutAboveADurableBlockOnlyIfALossOfPowerExplainsIt(Damage damage) {
        switch (damage.by()) {
            case NOTHING -> refused(damage, 3);
            case POWER -> {
                SimulatedDisk disk = WHOLE.afterKill();
                damage.done().accept(disk);
                assertThat(Journals.recover(disk, 3, BLOCKS))
                        .isEqualTo(damage.found().height() - 1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("damages")
    void isFoundOfflineWithoutChangingAnything(Damage damage) {
        SimulatedDisk disk = WHOLE.afterKill();
        damage.done().accept(disk);
        SimulatedDisk before = disk.afterKill();
        JournalVerification verification = new Verifier(
                        disk,
                        Journals.DIRECTORY,
                        entries -> (block, hash) -> assertThat(block.height()).isBetween(1L, 9L))
                .verify();
        assertThat(verification.verdict()).isEqualTo(JournalVerification.Verdict.DAMAGED);
        assertThat(verification.damage()).contains(refused(damage, 0));
        assertThat(disk.paths()).isEqualTo(before.paths());
        disk.paths().forEach(path -> assertThat(disk.bytes(path)).isEqualTo(before.bytes(path)));
    }

    private static JournalDamage refused(Damage damage, long durableHeight) {
        SimulatedDisk disk = WHOLE.afterKill();
        damage.done().accept(disk);
        JournalDamage[] found = new JournalDamage[1];
        assertThatExceptionOfType(JournalDamagedException.class)
                .isThrownBy(() -> Journals.open(disk, durableHeight))
                .withMessageContaining("Nothing was changed. Restore the file")
                .satisfies(e -> found[0] = e.damage());
        JournalDamage expected = damage.found();
        assertThat(found[0].expected()).contains(expected.expected());
        assertThat(found[0])
                .isEqualTo(
                        new JournalDamage(expected.file(), expected.height(), expected.offset(), found[0].expected()));
        assertThat(found[0].toString()).contains(expected.file().toString(), expected.expected());
        return found[0];
    }

    private static Damage row(
            String name, Consumer<SimulatedDisk> done, By by, long file, long height, long offset, String expected) {
        return new Damage(name, done, by, new JournalDamage(segment(file), height, offset, expected));
    }

    private static Damage row(String name, String fileName, byte[] content, long height, String expected) {
        Path file = Journals.DIRECTORY.resolve(fileName);
        return new Damage(name, disk -> disk.put(file, content), NOTHING, new JournalDamage(file, height, 0, expected));
    }

    private static Consumer<SimulatedDisk> middle(byte[]... parts) {
        return put(4, join(parts));
    }

    private static Consumer<SimulatedDisk> put(long name, byte[] content) {
        return disk -> disk.put(segment(name), content);
    }

    private static Consumer<SimulatedDisk> removed(long name) {
        return disk -> disk.remove(segment(name));
    }

    private static Consumer<SimulatedDisk> renamed(long from, long to) {
        return disk -> {
            byte[] content = disk.bytes(segment(from));
            disk.remove(segment(from));
            disk.put(segment(to), content);
        };
    }

    /// Block 5 saying something else.
    private static byte[] other() {
        List<JournalEntry> entries = List.of(Blocks.entry("another transaction", "another outcome"));
        return encoded(new JournalBlock(5, 5_000, BLOCKS.get(4).firstPosition(), entries, Hash.ZERO));
    }

    /// Block 5, sound by itself, at other positions or another time.
    private static byte[] moved(long positions, long millis) {
        JournalBlock block = BLOCKS.get(4);
        return encoded(new JournalBlock(
                5,
                block.timeMillis() + millis,
                block.firstPosition() + positions,
                block.entries(),
                block.stateDigest()));
    }

    private static byte[] encoded(JournalBlock fifth) {
        ByteBuffer record = new RecordEncoder(1 << 20).encode(fifth, HASHES.get(3));
        byte[] bytes = new byte[record.remaining()];
        record.get(bytes);
        return bytes;
    }

    /// Block 5 with an integer of its record changed and the checksum set right.
    private static byte[] r5(int at, int value) {
        ByteBuffer record = ByteBuffer.wrap(R5.clone()).putInt(at, value);
        CRC32C checksum = new CRC32C();
        checksum.update(record.slice(0, 4));
        checksum.update(record.slice(8, record.limit() - 8));
        return record.putInt(4, (int) checksum.getValue()).array();
    }

    /// The header of the second segment with an integer changed and the checksum set right.
    private static byte[] header(int at, int value) {
        ByteBuffer header = ByteBuffer.wrap(H.clone()).putInt(at, value);
        CRC32C checksum = new CRC32C();
        checksum.update(header.slice(0, 64));
        return header.putInt(64, (int) checksum.getValue()).array();
    }
}
