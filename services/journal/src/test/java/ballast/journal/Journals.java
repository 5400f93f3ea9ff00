package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.guard.FailPoints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Journals on a simulated disk.
final class Journals {
    static final Path DIRECTORY = Path.of("journal");

    /// A segment holds two or three of the blocks of [Blocks#chain].
    static final JournalOptions TINY_SEGMENTS = JournalOptions.defaults().withSegmentBytesMax(700);

    private Journals() {}

    static Journal open(SimulatedDisk disk) {
        return open(disk, 0);
    }

    static Journal open(SimulatedDisk disk, long durableHeight) {
        return Journal.open(DIRECTORY, TINY_SEGMENTS, FailPoints.disarmed(), durableHeight, disk);
    }

    static Path segment(long firstHeight) {
        return DIRECTORY.resolve(new SegmentName(firstHeight).fileName());
    }

    static Path mark() {
        return DIRECTORY.resolve(JournalFiles.MARK);
    }

    /// A disk with these blocks, of which nobody knows which were forced.
    static SimulatedDisk unmarked(List<JournalBlock> blocks) {
        SimulatedDisk disk = unforced(blocks);
        disk.remove(mark());
        return disk;
    }

    /// A disk with these blocks, of which it is known that none was forced.
    static SimulatedDisk unforced(List<JournalBlock> blocks) {
        SimulatedDisk disk = new SimulatedDisk();
        try (Journal journal = open(disk)) {
            blocks.forEach(journal::append);
        }
        return disk;
    }

    /// A disk with these blocks, marked as forced.
    static SimulatedDisk forced(List<JournalBlock> blocks) {
        SimulatedDisk disk = unforced(blocks);
        open(disk).close();
        return disk;
    }

    /// The hashes that the blocks have, by their own account and that of [#hashOf].
    static List<Hash> hashes(List<JournalBlock> blocks) {
        List<Hash> hashes = new ArrayList<>();
        for (JournalBlock block : blocks) {
            hashes.add(hashOf(block, hashes.isEmpty() ? Hash.ZERO : hashes.getLast()));
        }
        return hashes;
    }

    private static Hash hashOf(JournalBlock block, Hash before) {
        var record = new RecordEncoder(1 << 20).encode(block, before);
        return Hash.at(record.remaining() - Hash.BYTES, record);
    }

    /// Opens what is on the disk and gives its height, having checked that it holds the first of these
    /// blocks, takes the next one, and is sound afterwards.
    static long recover(SimulatedDisk disk, long durableHeight, List<JournalBlock> blocks) {
        List<Hash> hashes = hashes(blocks);
        long height;
        try (Journal journal = open(disk, durableHeight)) {
            height = journal.height();
            assertHolds(journal, blocks.subList(0, (int) height), hashes.subList(0, (int) height));
            if (height < blocks.size()) {
                JournalBlock next = blocks.get((int) height);
                assertThat(journal.append(next)).isEqualTo(hashes.get((int) height));
            }
        }
        JournalVerification verification = new Verifier(disk, DIRECTORY, entries -> (block, hash) -> {}).verify();
        assertThat(verification.verdict()).isEqualTo(JournalVerification.Verdict.SOUND);
        assertThat(verification.height()).isEqualTo(Math.min(height + 1, blocks.size()));
        return height;
    }

    static void assertHolds(Journal journal, List<JournalBlock> blocks, List<Hash> hashes) {
        assertThat(journal.height()).isEqualTo(blocks.size());
        assertThat(journal.hash()).isEqualTo(hashes.isEmpty() ? Hash.ZERO : hashes.getLast());
        assertThat(journal.lastPosition())
                .isEqualTo(blocks.stream()
                        .mapToLong(block -> block.entries().size())
                        .sum());
        List<String> read = new ArrayList<>();
        List<Hash> readHashes = new ArrayList<>();
        try (JournalScan scan = journal.scan(1)) {
            while (scan.hasNext()) {
                read.add(Blocks.text(scan.next()));
                readHashes.add(scan.hash());
            }
        }
        assertThat(read).isEqualTo(Blocks.texts(blocks));
        assertThat(readHashes).isEqualTo(hashes);
    }
}
