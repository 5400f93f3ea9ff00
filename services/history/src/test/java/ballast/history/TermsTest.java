package ballast.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.journal.Hash;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TermsTest {
    @TempDir
    Path folder;

    @Test
    void findsEveryTermAgainAfterItWasReadFromTheFile() throws Exception {
        Mark mark;
        try (var terms = Terms.open(folder.resolve("t"), Mark.NONE, 1)) {
            for (int i = 0; i < 5_000; i++) {
                assertThat(terms.find(key(i))).isEqualTo(Terms.NONE);
                assertThat(terms.add(key(i))).isEqualTo(i);
            }
            assertThat(terms.bytes()).isGreaterThan(0);
            mark = new Mark(1, Hash.ZERO, 1, 0, terms.count(), terms.bytes(), terms.checksum());
        }
        try (var terms = Terms.open(folder.resolve("t"), mark, 2)) {
            for (int i = 0; i < 5_000; i++) {
                assertThat(terms.find(key(i))).isEqualTo(i);
            }
            assertThat(terms.text(7, false)).isEqualTo("address-7");
            assertThat(terms.text(7, true)).isEqualTo("USD");
        }
    }

    @Test
    void noTermLiesAcrossTwoChunks() throws Exception {
        Mark mark;
        int count = AppendFile.CHUNK_BYTES / 600 + 100;
        try (var terms = Terms.open(folder.resolve("t"), Mark.NONE, 1)) {
            for (int i = 0; i < count; i++) {
                terms.add(TermKey.metadata("key", "%0597d".formatted(i)));
            }
            terms.force();
            mark = new Mark(1, Hash.ZERO, 1, 0, terms.count(), terms.bytes(), terms.checksum());
        }
        try (var terms = Terms.open(folder.resolve("t"), mark, 2)) {
            for (int i = 0; i < count; i += 100) {
                assertThat(terms.find(TermKey.metadata("key", "%0597d".formatted(i))))
                        .isEqualTo(i);
            }
        }
    }

    @Test
    void aChunkMayEndAByteBehindATerm() throws Exception {
        Mark mark;
        try (var terms = Terms.open(folder.resolve("t"), Mark.NONE, 1)) {
            while (terms.bytes() < AppendFile.CHUNK_BYTES - 100_000) {
                terms.add(TermKey.metadata("key", "%032000d".formatted(terms.count())));
            }
            int rest = (int) (AppendFile.CHUNK_BYTES - terms.bytes());
            terms.add(TermKey.metadataKey("x".repeat(50_000)));
            terms.add(TermKey.metadataKey("y".repeat(rest - 50_003 - 3 - 1)));
            assertThat(terms.bytes()).isEqualTo(AppendFile.CHUNK_BYTES - 1);
            terms.add(key(1));
            mark = new Mark(1, Hash.ZERO, 1, 0, terms.count(), terms.bytes(), terms.checksum());
        }
        try (var terms = Terms.open(folder.resolve("t"), mark, 2)) {
            assertThat(terms.find(key(1))).isEqualTo(mark.terms() - 1);
        }
    }

    @Test
    void refusesTermsThatAreNotThoseOfTheMark() throws Exception {
        Mark mark;
        try (var terms = Terms.open(folder.resolve("t"), Mark.NONE, 1)) {
            terms.add(key(1));
            mark = new Mark(1, Hash.ZERO, 1, 0, 2, terms.bytes(), terms.checksum());
        }
        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() -> Terms.open(folder.resolve("t"), mark, 1))
                .withMessageContaining("has 1 terms (expected: 2, unchanged)");
    }

    @Test
    void accountsComeInTheOrderOfTheirBytes() throws Exception {
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            addresses.add(Integer.toString(i, 36));
        }
        Collections.sort(addresses);
        assertSorts(addresses, folder.resolve("ascending"));
        assertSorts(addresses.reversed(), folder.resolve("descending"));
        Collections.shuffle(addresses, new Random(5));
        assertSorts(addresses, folder.resolve("shuffled"));
    }

    private static void assertSorts(List<String> added, Path file) throws Exception {
        try (var terms = Terms.open(file, Mark.NONE, 1)) {
            var accounts = new SortedAccounts(terms);
            for (var address : added) {
                accounts.add(terms.add(TermKey.account(address, "USD")));
            }
            for (var prefix : List.of("", "1", "zz", "2a", "~")) {
                var start = new TermKey().kind(TermKey.ACCOUNT).part(prefix);
                var walk = accounts.walk(start, start);
                List<String> found = new ArrayList<>();
                for (int term = walk.next(); term != Terms.NONE; term = walk.next()) {
                    found.add(terms.text(term, false));
                }
                assertThat(found)
                        .isEqualTo(added.stream()
                                .filter(address -> address.startsWith(prefix))
                                .sorted()
                                .toList());
            }
        }
    }

    private static TermKey key(int number) {
        return TermKey.account("address-" + number, "USD");
    }
}
