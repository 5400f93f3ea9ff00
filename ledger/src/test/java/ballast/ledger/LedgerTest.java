package ballast.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.guard.InvariantViolation;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Transactions as a whole, in the words of [Spoken].
final class LedgerTest {
    /// The rows of the article that began it all: nobody has used an account before, and each row follows the one
    /// above.
    @Test
    void movesMoneyBetweenAccountsThatStartAtZero() {
        var scene = Scene.after("user1>user2 17; user1>user2 17; user2>user1 4; user2>user3 30; user3>user3 99");
        assertThat(scene.shows("user1 user2 user3"))
                .isEqualTo("user1 34 4 0 0 v3, user2 34 34 0 0 v4, user3 0 30 0 0 v1");
    }

    @ParameterizedTest(name = "{0}, then {1}: {2}; {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # before       | the transaction                              | what becomes of it                      | the accounts after it
            # Each leg sees what the ones before it left.
            ''             | open a lower 0 + a>b 1                       | EXCEEDS_CREDITS leg 1                   | a 0 0 0 0 v0, b 0 0 0 0 v0
            ''             | open a lower 0 + b>a 1 + a>b 1               | a OPENED, b DEBIT 1, a CREDIT 1, a DEBIT 1, b CREDIT 1 | a 1 1 0 0 v3, b 1 1 0 0 v2
            explicit       | open a + open b + a>b 1                      | a OPENED, b OPENED, a DEBIT 1, b CREDIT 1 | a 1 0 0 0 v2, b 0 1 0 0 v2
            ''             | a>b 1 + close b + hold a>b 1                 | CREDIT_ACCOUNT_ALREADY_CLOSED leg 2     | a 0 0 0 0 v0, b 0 0 0 0 v0
            # Several assets: an exchange.
            ''             | a>b 100 EUR + b>a 108                        | a DEBIT 100 EUR, b CREDIT 100 EUR, b DEBIT 108, a CREDIT 108 | a 0 108 0 0 v1, b 108 0 0 0 v1
            # If one leg is refused, none happens.
            a>b 1          | a>b 1 + a>b 1 + x>x 1 + reopen a             | ACCOUNT_NOT_CLOSED leg 3                | a 1 0 0 0 v1, b 0 1 0 0 v1
            # The first leg that is refused decides, however grave the reasons of the others are.
            open a lower 0 | a>b 1 + hold b>b 1                           | EXCEEDS_CREDITS leg 0                   | a 0 0 0 0 v1, b 0 0 0 0 v0
            # Arguments of all legs come first.
            open a lower 0 | a>b 1 + limits b lower 1 upper 0             | ARGUMENTS_MALFORMED                     | a 0 0 0 0 v1, b 0 0 0 0 v0
            open a lower 0 | limits b lower 1 upper 0 + a>b 1             | ARGUMENTS_MALFORMED                     | a 0 0 0 0 v1, b 0 0 0 0 v0
            """)
    void happenWholeOrNotAtAll(String before, String transaction, String outcome, String after) {
        var scene = Scene.after(before);
        assertThat(scene.says(transaction)).isEqualTo(outcome);
        assertThat(scene.shows("a b")).isEqualTo(after);
    }

    @Test
    void anEntrySaysWhoseItIsAndWhatItLeft() {
        var scene = Scene.after("a>b 1");
        var outcome = scene.outcome(Spoken.transaction(Spoken.id("t2"), "close x + a>b 4"));
        var entries = ((LedgerOutcome.Committed) outcome).entries();
        assertThat(entries)
                .containsExactly(
                        new Entry(0, Spoken.account("x", "USD"), Entry.Kind.CLOSED, Int128.ZERO, Balances.ZERO, 1),
                        new Entry(
                                1,
                                Spoken.account("a", "USD"),
                                Entry.Kind.DEBIT,
                                Int128.of(4),
                                new Balances(Int128.of(5), Int128.ZERO, Int128.ZERO, Int128.ZERO),
                                2),
                        new Entry(
                                1,
                                Spoken.account("b", "USD"),
                                Entry.Kind.CREDIT,
                                Int128.of(4),
                                new Balances(Int128.ZERO, Int128.of(5), Int128.ZERO, Int128.ZERO),
                                2));
    }

    @Test
    void anAddressHas128AssetsAtMost() {
        var assets =
                IntStream.range(0, 127).mapToObj("close a AAA%d"::formatted).collect(Collectors.joining(" + "));
        var scene = Scene.after(assets);
        assertThat(scene.says("b>a 5")).isEqualTo("b DEBIT 5, a CREDIT 5");
        assertThat(scene.says("b>a 5 EUR")).isEqualTo("TOO_MANY_ASSETS leg 0");
        assertThat(scene.says("b>a 5")).isEqualTo("b DEBIT 5, a CREDIT 5");
    }

    /// Each of t1 to t32 makes 256 entries; a leg that reverses one makes as many.
    @ParameterizedTest(name = "room for {0}, then {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # room left | the legs after the reversals      | the outcome: the number of entries, or the reason
            0           | x>x 1                             | 8192
            0           | extend t33#0 for 5                | TOO_MANY_ENTRIES leg 32
            0           | a>b 1                             | TOO_MANY_ENTRIES leg 32
            0           | hold a>b 1                        | TOO_MANY_ENTRIES leg 32
            0           | capture t33#0 1 rest              | TOO_MANY_ENTRIES leg 32
            0           | release t33                       | TOO_MANY_ENTRIES leg 32
            0           | reverse t34                       | TOO_MANY_ENTRIES leg 32
            0           | open x                            | TOO_MANY_ENTRIES leg 32
            0           | limits x                          | TOO_MANY_ENTRIES leg 32
            0           | close x                           | TOO_MANY_ENTRIES leg 32
            0           | reopen z                          | TOO_MANY_ENTRIES leg 32
            # The other reasons come first.
            0           | limits x lower 1                  | EXCEEDS_CREDITS leg 32
            0           | z>b 1                             | DEBIT_ACCOUNT_ALREADY_CLOSED leg 32
            0           | extend t33#0 for 999999999999999  | OVERFLOWS_TIMEOUT leg 32
            2           | a>b 1                             | 8192
            2           | extend t33 for 5                  | 8190
            2           | extend t33 for 5 + close x        | TOO_MANY_ENTRIES leg 33
            2           | hold a>b 1                        | 8192
            2           | capture t33 rest                  | 8192
            2           | capture t33#0 1                   | 8192
            2           | capture t33#0 1 rest              | TOO_MANY_ENTRIES leg 32
            2           | a>b 1 + a>b 1                     | TOO_MANY_ENTRIES leg 33
            2           | close x + close y                 | 8192
            2           | close x + a>b 1                   | TOO_MANY_ENTRIES leg 33
            2           | close x + close y + reopen x      | TOO_MANY_ENTRIES leg 34
            """)
    void makes8192EntriesAtMost(int room, String legs, String expected) {
        var scene = Scene.after("");
        for (int transaction = 1; transaction <= 32; transaction++) {
            scene.says(manyTransfers(128));
        }
        scene.says("hold a>b 5");
        scene.says("a>b 1");
        scene.says("close z");
        scene.says(manyTransfers(127));
        var reversals = IntStream.rangeClosed(1, 31).mapToObj("reverse t%d + "::formatted);
        var last = room == 0 ? "reverse t32 + " : "reverse t36 + ";
        var all = reversals.collect(Collectors.joining()) + last + legs;
        var outcome = scene.outcome(Spoken.transaction(Spoken.id("t99"), all));
        var told = outcome instanceof LedgerOutcome.Committed(List<Entry> entries)
                ? String.valueOf(entries.size())
                : Scene.printed(outcome);
        assertThat(told).isEqualTo(expected);
    }

    /// The holds of one transaction are 256 at most, and each extension counts as two entries.
    @ParameterizedTest(name = "{0} legs that extend 256 holds each: {1}")
    @CsvSource({"16, nothing", "17, TOO_MANY_ENTRIES leg 16"})
    void extends4096HoldsAtMost(int legs, String expected) {
        var scene = Scene.after("");
        scene.says(String.join(" + ", Collections.nCopies(256, "hold a>b 1 for 10")));
        assertThat(scene.says(String.join(" + ", Collections.nCopies(legs, "extend t1 for 99"))))
                .isEqualTo(expected);
    }

    private static String manyTransfers(int count) {
        return String.join(" + ", Collections.nCopies(count, "a>b 1"));
    }

    @Test
    void itsEntriesCannotBeChanged() {
        var outcome = (LedgerOutcome.Committed) Scene.after("").outcome(Spoken.transaction(Spoken.id("t1"), "a>b 1"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> outcome.entries().removeFirst());
    }

    @Test
    void aRefusalNamesALegOrAConditionOrNothing() {
        var whole = LedgerOutcome.Refused.whole(RefusalReason.ARGUMENTS_MALFORMED);
        assertThat(whole.leg()).isEqualTo(OptionalInt.empty());
        assertThat(whole.condition()).isEqualTo(OptionalInt.empty());
    }

    @Test
    void hasAtLeastOneLegAndBoundedNumbersOfLegsAndConditions() {
        var leg = new Leg.Close(Spoken.account("a", "USD"));
        var condition = new Condition(leg.account(), Condition.Subject.POSTED, Condition.Comparison.EQUAL, Int128.ZERO);
        var most = new LedgerTransaction(
                Spoken.id("t1"), Collections.nCopies(256, leg), Collections.nCopies(64, condition));
        assertThat(most.legs()).hasSize(256);
        assertThat(most.conditions()).hasSize(64);
        for (var counts : List.of(List.of(0, 0), List.of(257, 0), List.of(1, 65))) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> new LedgerTransaction(
                            Spoken.id("t1"),
                            Collections.nCopies(counts.getFirst(), leg),
                            Collections.nCopies(counts.getLast(), condition)))
                    .withMessage("transaction has %d legs and %d conditions (at least: 1 and 0, at most: 256 and 64)"
                            .formatted(counts.getFirst(), counts.getLast()));
        }
    }

    @Test
    void stopsTheProcessWhenATransactionListsAHoldThatIsNotThere() {
        var scene = Scene.after("hold a>b 1");
        scene.state().holds().clear();
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> scene.says("capture t1"))
                .withMessage("a hold that its transaction lists exists: 00000000-0000-0000-0000-000000000001 leg 0");
    }
}
