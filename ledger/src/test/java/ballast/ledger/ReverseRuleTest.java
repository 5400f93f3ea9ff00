package ballast.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.guard.InvariantViolation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Reversals, in the words of [Spoken].
final class ReverseRuleTest {
    @ParameterizedTest(name = "{0}, then {1}: {2}; {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # before                          | the reversal | its entries             | the accounts after it
            a>b 17                            | reverse t1   | b DEBIT 17, a CREDIT 17 | a 17 17 0 0 v2, b 17 17 0 0 v2
            a>b 5 + b>c 3                     | reverse t1   | c DEBIT 3, b CREDIT 3, b DEBIT 5, a CREDIT 5 | a 5 5 0 0 v2, b 8 8 0 0 v4
            a>b 5 EUR                         | reverse t1   | b DEBIT 5 EUR, a CREDIT 5 EUR | a 0 0 0 0 v0, b 0 0 0 0 v0
            # What was captured is posted; what was held or released never was.
            hold a>b 9; capture t1#0 5 rest   | reverse t2   | b DEBIT 5, a CREDIT 5   | a 5 5 0 0 v4, b 5 5 0 0 v4
            hold a>b 9 + a>b 5                | reverse t1   | b DEBIT 5, a CREDIT 5   | a 5 5 9 0 v3, b 5 5 0 9 v3
            hold a>b 9 + capture t1#0 4       | reverse t1   | b DEBIT 4, a CREDIT 4   | a 4 4 5 0 v3, b 4 4 0 5 v3
            # What was moved in a clamped transfer is what it moved.
            x>a 4; a>b 9 upToAvailable        | reverse t2   | b DEBIT 4, a CREDIT 4   | a 4 8 0 0 v3, b 4 4 0 0 v2
            # A reversal can be reversed, once; so can the reversal of that.
            a>b 5; reverse t1                 | reverse t2   | a DEBIT 5, b CREDIT 5   | a 10 5 0 0 v3, b 5 10 0 0 v3
            a>b 5; reverse t1; reverse t2     | reverse t3   | b DEBIT 5, a CREDIT 5   | a 10 10 0 0 v4, b 10 10 0 0 v4
            # Several in one transaction.
            a>b 5; a>b 3                      | reverse t1 + reverse t2 | b DEBIT 5, a CREDIT 5, b DEBIT 3, a CREDIT 3 | a 8 8 0 0 v4, b 8 8 0 0 v4
            # The accounts were used before, so they need not be opened now.
            a>b 5; explicit                   | reverse t1   | b DEBIT 5, a CREDIT 5   | a 5 5 0 0 v2, b 5 5 0 0 v2
            # A reversal that was refused does not count.
            a>b 5; close a; reverse t1; reopen a | reverse t1 | b DEBIT 5, a CREDIT 5  | a 5 5 0 0 v4, b 5 5 0 0 v2
            """)
    void movesBackTheLastMovementFirst(String before, String reversal, String entries, String after) {
        var scene = Scene.after(before);
        assertThat(scene.says(reversal)).isEqualTo(entries);
        assertThat(scene.shows("a b")).isEqualTo(after);
    }

    /// Each row breaks the rule that gives its reason, and rules below it.
    @ParameterizedTest(name = "{0}, then {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # before                                              | the reversal            | the reason
            ''                                                    | reverse t9              | TRANSACTION_NOT_FOUND leg 0
            ''                                                    | a>b 5 + reverse t1      | TRANSACTION_NOT_FOUND leg 1
            hold a>a 5                                            | reverse t1              | TRANSACTION_NOT_REVERSIBLE leg 0
            a>a 5                                                 | reverse t1              | TRANSACTION_NOT_REVERSIBLE leg 0
            hold a>b 5                                            | reverse t1              | TRANSACTION_NOT_REVERSIBLE leg 0
            hold a>b 5; release t1#0                              | reverse t2              | TRANSACTION_NOT_REVERSIBLE leg 0
            hold a>b 5 for 10; @1010; sweep t1#0                  | reverse t2              | TRANSACTION_NOT_REVERSIBLE leg 0
            hold a>b 5; capture t1#0                              | reverse t1              | TRANSACTION_NOT_REVERSIBLE leg 0
            open a; limits a; close a; reopen a                   | reverse t1              | TRANSACTION_NOT_REVERSIBLE leg 0
            open a; limits a; close a; reopen a                   | reverse t2              | TRANSACTION_NOT_REVERSIBLE leg 0
            open a; limits a; close a; reopen a                   | reverse t3              | TRANSACTION_NOT_REVERSIBLE leg 0
            open a; limits a; close a; reopen a                   | reverse t4              | TRANSACTION_NOT_REVERSIBLE leg 0
            a>b 5; reverse t1; close a                            | reverse t1              | TRANSACTION_ALREADY_REVERSED leg 0
            a>b 5                                                 | reverse t1 + reverse t1 | TRANSACTION_ALREADY_REVERSED leg 1
            # The one that gives is now the one that took.
            a>b 5; close a; close b                               | reverse t1              | DEBIT_ACCOUNT_ALREADY_CLOSED leg 0
            a>b 5; b>x MAX; close a                               | reverse t1              | CREDIT_ACCOUNT_ALREADY_CLOSED leg 0
            a>b 5; b>x MAX; x>a MAX                               | reverse t1              | OVERFLOWS_DEBITS_POSTED leg 0
            a>b 5; x>a MAX; limits b lower 5                      | reverse t1              | OVERFLOWS_CREDITS_POSTED leg 0
            a>b 5; hold b>x MAX; hold x>a MAX                     | reverse t1              | OVERFLOWS_DEBITS leg 0
            a>b 5; hold x>a MAX; limits b lower 5                 | reverse t1              | OVERFLOWS_CREDITS leg 0
            a>b 5; limits b lower 1; limits a upper -1            | reverse t1              | EXCEEDS_CREDITS leg 0
            a>b 5; limits a upper -1                              | reverse t1              | EXCEEDS_DEBITS leg 0
            # Movement by movement, the last first: the first that is refused decides.
            a>b 5 + c>d 3; close a; close c                       | reverse t1              | CREDIT_ACCOUNT_ALREADY_CLOSED leg 0
            a>b 5 + c>d 3; limits d lower 3; close b              | reverse t1              | EXCEEDS_CREDITS leg 0
            """)
    void refusesForTheFirstReasonThatHolds(String before, String reversal, String reason) {
        assertThat(Scene.after(before).says(reversal)).isEqualTo(reason);
    }

    @Test
    void remembersByWhichTransactionOneWasReversed() {
        var scene = Scene.after("a>b 5; reverse t1; reverse t2");
        assertThat(scene.state().reversedBy(Spoken.id("t1"))).contains(Spoken.id("t2"));
        assertThat(scene.state().reversedBy(Spoken.id("t2"))).contains(Spoken.id("t3"));
        assertThat(scene.state().reversedBy(Spoken.id("t3"))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"6, 0", "5, 1"})
    void stopsTheProcessWhenHistoryHasACreditWithoutItsDebit(long amount, int leg) {
        var scene = Scene.after("a>b 5");
        var account = Spoken.account("a", "USD");
        var debit = new Entry(leg, account, Entry.Kind.DEBIT, Int128.of(amount), Balances.ZERO, 1);
        var credit = scene.state().entriesOf(Spoken.id("t1")).getLast();
        scene.state().record(Spoken.id("t1"), new LedgerOutcome.Committed(List.of(debit, credit)));
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> scene.says("reverse t1"))
                .withMessage("the debit of a movement stands right before its credit");
    }
}
