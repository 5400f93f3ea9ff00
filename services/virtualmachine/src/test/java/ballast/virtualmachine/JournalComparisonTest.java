package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.journal.Hash;
import ballast.journal.JournalBlock;
import ballast.journal.JournalEntry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class JournalComparisonTest {
    private static final Hash DIGEST = hash(1);
    private static final List<JournalEntry> ENTRIES = List.of(entry(1, 2), entry(3, 4));
    private static final JournalBlock EXECUTED = new JournalBlock(5, 1_000, 100, ENTRIES, DIGEST);

    record Differing(JournalBlock journal, String words) {}

    static List<Differing> differing() {
        return List.of(
                new Differing(
                        new JournalBlock(5, 1_001, 100, ENTRIES, DIGEST),
                        "block time: 1000 by execution, 1001 in the journal"),
                new Differing(
                        new JournalBlock(5, 1_000, 99, ENTRIES, DIGEST),
                        "first position: 100 by execution, 99 in the journal"),
                new Differing(
                        new JournalBlock(5, 1_000, 100, List.of(entry(1, 2), entry(0, 4)), DIGEST),
                        "the transaction at position 101"),
                new Differing(
                        new JournalBlock(5, 1_000, 100, List.of(entry(1, 2), entry(3, 0)), DIGEST),
                        "the outcome at position 101"),
                new Differing(
                        new JournalBlock(5, 1_000, 100, ENTRIES.subList(0, 1), DIGEST),
                        "number of transactions: 2 by execution, 1 in the journal"),
                new Differing(
                        new JournalBlock(5, 1_000, 100, ENTRIES, hash(2)),
                        "state digest: %s by execution, %s in the journal".formatted(DIGEST, hash(2))));
    }

    @Test
    void findsNothingBetweenABlockAndItself() {
        var same = new JournalBlock(5, 1_000, 100, List.of(entry(1, 2), entry(3, 4)), hash(1));
        assertThat(JournalComparison.difference(EXECUTED, same)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("differing")
    void namesTheFirstThingThatDiffers(Differing row) {
        assertThat(JournalComparison.difference(EXECUTED, row.journal())).contains(row.words());
    }

    private static JournalEntry entry(int transaction, int outcome) {
        return new JournalEntry(new byte[] {(byte) transaction}, new byte[] {(byte) outcome});
    }

    private static Hash hash(int firstByte) {
        var bytes = new byte[32];
        bytes[0] = (byte) firstByte;
        return Hash.of(bytes);
    }
}
