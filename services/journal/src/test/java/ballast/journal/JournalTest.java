package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ballast.guard.FailPoints;
import ballast.guard.InvariantViolation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
    private static final JournalOptions TINY_SEGMENTS =
            JournalOptions.defaults().withSegmentBytesMax(700);

    @TempDir
    private Path directory;

    @Test
    void isEmptyBeforeTheFirstBlock() {
        try (Journal journal = open()) {
            assertThat(journal.height()).isZero();
            assertThat(journal.hash()).isEqualTo(Hash.ZERO);
            assertThat(journal.lastPosition()).isZero();
            assertThat(journal.cutTail()).isEmpty();
            assertThat(journal.scan(1).hasNext()).isFalse();
        }
    }

    @Test
    void givesBackEveryBlockAndItsHashBeforeAndAfterItIsOpenedAgain() {
        List<JournalBlock> blocks = Blocks.chain(50);
        List<Hash> hashes = new ArrayList<>();
        try (Journal journal = open()) {
            blocks.forEach(block -> hashes.add(journal.append(block)));
            assertHolds(journal, blocks, hashes);
            journal.force();
        }
        try (Journal journal = open()) {
            assertHolds(journal, blocks, hashes);
        }
    }

    @Test
    void goesOnWhereItEndedWhenOpenedAgain() {
        List<JournalBlock> blocks = Blocks.chain(20);
        List<Hash> hashes = new ArrayList<>();
        for (JournalBlock block : blocks) {
            try (Journal journal = open()) {
                hashes.add(journal.append(block));
            }
        }
        try (Journal journal = open()) {
            assertHolds(journal, blocks, hashes);
        }
    }

    @Test
    void refusesABlockThatDoesNotContinueTheLast() {
        try (Journal journal = open()) {
            journal.append(Blocks.block(1, 1, 2));
            for (JournalBlock wrong : List.of(
                    Blocks.block(1, 3, 1),
                    Blocks.block(3, 3, 1),
                    Blocks.block(2, 2, 1),
                    Blocks.block(2, 4, 1),
                    new JournalBlock(2, 999, 3, Blocks.block(2, 3, 1).entries(), Hash.ZERO))) {
                assertThatExceptionOfType(InvariantViolation.class).isThrownBy(() -> journal.append(wrong));
            }
            assertThat(journal.height()).isEqualTo(1);
            journal.append(new JournalBlock(2, 1_000, 3, Blocks.block(2, 3, 1).entries(), Hash.ZERO));
        }
    }

    @Test
    void takesBlocksWithoutEntriesWhichHaveNoPosition() {
        List<JournalBlock> blocks = new ArrayList<>();
        for (int pair = 0; pair < 5; pair++) {
            blocks.add(Blocks.block(2 * pair + 1, 3 * pair + 1, 0));
            blocks.add(Blocks.block(2 * pair + 2, 3 * pair + 1, 3));
        }
        List<Hash> hashes = new ArrayList<>();
        try (Journal journal = open()) {
            blocks.forEach(block -> hashes.add(journal.append(block)));
            assertHolds(journal, blocks, hashes);
        }
        try (Journal journal = open()) {
            assertHolds(journal, blocks, hashes);
        }
    }

    @Test
    void refusesHeightsThatItDoesNotHave() {
        try (Journal journal = open()) {
            Blocks.chain(3).forEach(journal::append);
            assertThatIllegalArgumentException().isThrownBy(() -> journal.read(0));
            assertThatIllegalArgumentException().isThrownBy(() -> journal.read(4));
            assertThatIllegalArgumentException().isThrownBy(() -> journal.hashAt(4));
            assertThatIllegalArgumentException().isThrownBy(() -> journal.scan(5));
            assertThatIllegalArgumentException().isThrownBy(() -> journal.scan(2, 4));
            assertThatIllegalArgumentException().isThrownBy(() -> journal.scan(3, 2));
        }
    }

    @Test
    void isOpenOnlyOnceAtATime() {
        Journal journal = open();
        assertThatExceptionOfType(JournalException.class).isThrownBy(this::open).withMessageContaining("cannot open");
        journal.close();
        journal.close();
        open().close();
    }

    @Test
    void takesNothingOnceClosed() {
        Journal journal = open();
        journal.close();
        assertThatExceptionOfType(JournalFailedException.class).isThrownBy(journal::force);
        assertThatExceptionOfType(JournalFailedException.class).isThrownBy(() -> journal.append(Blocks.block(1, 1, 1)));
    }

    @Test
    void isVerifiedOfflineBlockByBlock() {
        List<JournalBlock> blocks = Blocks.chain(10);
        List<Hash> hashes = new ArrayList<>();
        try (Journal journal = open()) {
            blocks.forEach(block -> hashes.add(journal.append(block)));
        }
        List<JournalBlock> seen = new ArrayList<>();
        List<Hash> seenHashes = new ArrayList<>();
        JournalVerification verification = Journal.verify(directory, (block, hash) -> {
            seen.add(block);
            seenHashes.add(hash);
        });
        assertThat(verification.verdict()).isEqualTo(JournalVerification.Verdict.SOUND);
        assertThat(verification.damage()).isEmpty();
        assertThat(verification.height()).isEqualTo(10);
        assertThat(verification.hash()).isEqualTo(hashes.getLast());
        assertThat(verification.transactions()).isEqualTo(20);
        assertThat(Blocks.texts(seen)).isEqualTo(Blocks.texts(blocks));
        assertThat(seenHashes).isEqualTo(hashes);
    }

    private Journal open() {
        return Journal.open(directory, TINY_SEGMENTS, FailPoints.disarmed());
    }

    private static void assertHolds(Journal journal, List<JournalBlock> blocks, List<Hash> hashes) {
        assertThat(journal.height()).isEqualTo(blocks.size());
        assertThat(journal.hash()).isEqualTo(hashes.getLast());
        assertThat(journal.lastPosition())
                .isEqualTo(blocks.stream()
                        .mapToLong(block -> block.entries().size())
                        .sum());
        for (int height = 1; height <= blocks.size(); height++) {
            assertThat(Blocks.text(journal.read(height))).isEqualTo(Blocks.text(blocks.get(height - 1)));
            assertThat(journal.hashAt(height)).isEqualTo(hashes.get(height - 1));
        }
        try (JournalScan scan = journal.scan(7)) {
            List<String> read = new ArrayList<>();
            scan.forEachRemaining(block -> read.add(Blocks.text(block)));
            assertThat(read).isEqualTo(Blocks.texts(blocks.subList(6, blocks.size())));
        }
    }
}
