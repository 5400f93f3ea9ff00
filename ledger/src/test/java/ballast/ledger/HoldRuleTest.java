package ballast.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The placing of holds, in the words of [Spoken].
final class HoldRuleTest {
    @ParameterizedTest(name = "{0}, then {1}: {2}; {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # before         | the hold           | its entries                       | the four counters and the version after it
            ''               | hold a>b 17        | a DEBIT_HELD 17, b CREDIT_HELD 17 | a 0 0 17 0 v1, b 0 0 0 17 v1
            a>b 5            | hold a>b 17        | a DEBIT_HELD 17, b CREDIT_HELD 17 | a 5 0 17 0 v2, b 0 5 0 17 v2
            hold a>b 5       | hold b>a 17        | b DEBIT_HELD 17, a CREDIT_HELD 17 | a 0 0 5 17 v2, b 0 0 17 5 v2
            hold a>b 5       | a>b 2              | a DEBIT 2, b CREDIT 2             | a 2 0 5 0 v2, b 0 2 0 5 v2
            ''               | hold a>b MAX       | a DEBIT_HELD MAX, b CREDIT_HELD MAX | a 0 0 MAX 0 v1, b 0 0 0 MAX v1
            open a + open b; explicit | hold a>b 1 | a DEBIT_HELD 1, b CREDIT_HELD 1  | a 0 0 1 0 v2, b 0 0 0 1 v2
            """)
    void reservesMoneyOnBothSides(String before, String hold, String entries, String after) {
        var scene = Scene.after(before);
        assertThat(scene.says(hold)).isEqualTo(entries);
        assertThat(scene.shows("a b")).isEqualTo(after);
    }

    /// Each row breaks the rule that gives its reason, and rules below it.
    @ParameterizedTest(name = "{0}, then {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # before                                  | the hold                         | the reason
            explicit                                  | hold a>a 1                       | ACCOUNTS_MUST_BE_DIFFERENT leg 0
            fill a; explicit                          | hold a>b 1                       | DEBIT_ACCOUNT_NOT_FOUND leg 0
            open a; close a; explicit                 | hold a>b 1                       | CREDIT_ACCOUNT_NOT_FOUND leg 0
            fill a; close b                           | hold a>b 1                       | TOO_MANY_ASSETS leg 0
            fill b; close a                           | hold a>b 1                       | TOO_MANY_ASSETS leg 0
            close a; close b                          | hold a>b 1                       | DEBIT_ACCOUNT_ALREADY_CLOSED leg 0
            hold a>x MAX; close b                     | hold a>b 1                       | CREDIT_ACCOUNT_ALREADY_CLOSED leg 0
            hold a>x MAX; hold x>b MAX                | hold a>b 1                       | OVERFLOWS_DEBITS_PENDING leg 0
            a>y MAX; hold x>b MAX                     | hold a>b 1                       | OVERFLOWS_CREDITS_PENDING leg 0
            a>y MAX; x>b MAX                          | hold a>b 1                       | OVERFLOWS_DEBITS leg 0
            x>b MAX; open a lower 0                   | hold a>b 1 for 253402300799000   | OVERFLOWS_CREDITS leg 0
            open a lower 0                            | hold a>b 1 for 253402300799000   | OVERFLOWS_TIMEOUT leg 0
            open a lower 0; open b upper 0            | hold a>b 1                       | EXCEEDS_CREDITS leg 0
            open b upper 0                            | hold a>b 1                       | EXCEEDS_DEBITS leg 0
            """)
    void refusesForTheFirstReasonThatHolds(String before, String hold, String reason) {
        assertThat(Scene.after(before).says(hold)).isEqualTo(reason);
    }

    @ParameterizedTest(name = "{0}, then {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            hold a>x MAX-1          | hold a>b 1 | a DEBIT_HELD 1, b CREDIT_HELD 1
            hold a>x MAX-1          | hold a>b 2 | OVERFLOWS_DEBITS_PENDING leg 0
            hold x>b MAX-1          | hold a>b 1 | a DEBIT_HELD 1, b CREDIT_HELD 1
            hold x>b MAX-1          | hold a>b 2 | OVERFLOWS_CREDITS_PENDING leg 0
            a>x MAX-3; hold a>x 2   | hold a>b 1 | a DEBIT_HELD 1, b CREDIT_HELD 1
            a>x MAX-3; hold a>x 2   | hold a>b 2 | OVERFLOWS_DEBITS leg 0
            x>b MAX-3; hold y>b 2   | hold a>b 1 | a DEBIT_HELD 1, b CREDIT_HELD 1
            x>b MAX-3; hold y>b 2   | hold a>b 2 | OVERFLOWS_CREDITS leg 0
            """)
    void countsToTheEndOfTheRangeAndNotPastIt(String before, String hold, String outcome) {
        assertThat(Scene.after(before).says(hold)).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0}, then {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            open a lower 0; x>a 10               | hold a>b 10 | a DEBIT_HELD 10, b CREDIT_HELD 10
            open a lower 0; x>a 10               | hold a>b 11 | EXCEEDS_CREDITS leg 0
            open a lower 0; x>a 10; hold a>y 3   | hold a>b 7  | a DEBIT_HELD 7, b CREDIT_HELD 7
            open a lower 0; x>a 10; hold a>y 3   | hold a>b 8  | EXCEEDS_CREDITS leg 0
            open b upper 10                      | hold a>b 10 | a DEBIT_HELD 10, b CREDIT_HELD 10
            open b upper 10                      | hold a>b 11 | EXCEEDS_DEBITS leg 0
            open b upper 10; hold x>b 3; x>b 2   | hold a>b 5  | a DEBIT_HELD 5, b CREDIT_HELD 5
            open b upper 10; hold x>b 3; x>b 2   | hold a>b 6  | EXCEEDS_DEBITS leg 0
            """)
    void keepsTheLimits(String before, String hold, String outcome) {
        assertThat(Scene.after(before).says(hold)).isEqualTo(outcome);
    }

    /// The last moment is the end of the year 9999, 253402300799999.
    @ParameterizedTest(name = "{0}, then {1}: {2}; scheduled: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            @1000            | hold a>b 1                            | a DEBIT_HELD 1, b CREDIT_HELD 1 | []
            @1000            | hold a>b 1 for 1                      | a DEBIT_HELD 1, b CREDIT_HELD 1 | [t1#0 at 1001]
            @1000            | x>y 1 + hold a>b 1 for 60000          | x DEBIT 1, y CREDIT 1, a DEBIT_HELD 1, b CREDIT_HELD 1 | [t1#1 at 61000]
            @1000            | hold a>b 1 for 253402300798999        | a DEBIT_HELD 1, b CREDIT_HELD 1 | [t1#0 at 253402300799999]
            @1000            | hold a>b 1 for 253402300799000        | OVERFLOWS_TIMEOUT leg 0         | []
            @253402300799999 | hold a>b 1 for 1                      | OVERFLOWS_TIMEOUT leg 0         | []
            @1000            | hold a>b 1 for 9223372036854775807    | OVERFLOWS_TIMEOUT leg 0         | []
            # 64 bits without a sign: this is 2^64 - 1.
            @1000            | hold a>b 1 for -1                     | OVERFLOWS_TIMEOUT leg 0         | []
            # A hold of nothing never expires, but its timeout is still checked.
            @1000            | hold a>b 1 upToAvailable for 5        | nothing                         | []
            @1000            | hold a>b 1 upToAvailable for -1       | OVERFLOWS_TIMEOUT leg 0         | []
            """)
    void expiresSoLongAfterTheBlock(String before, String hold, String outcome, String scheduled) {
        var scene = Scene.after(before);
        assertThat(scene.says(hold)).isEqualTo(outcome);
        assertThat(scene.state().schedule()).hasToString(scheduled);
    }

    @Test
    void aHoldOfNothingExistsAndIsOver() {
        var scene = Scene.after("hold a>b 17 upToAvailable for 5");
        assertThat(scene.showsHolds("t1#0")).isEqualTo("VOIDED 0 of 0");
        assertThat(scene.shows("a b")).isEqualTo("a 0 0 0 0 v0, b 0 0 0 0 v0");
        assertThat(scene.says("capture t1#0")).isEqualTo("PENDING_TRANSFER_ALREADY_VOIDED leg 0");
    }

    @Test
    void remembersWhatWasReserved() {
        var scene = Scene.after("@1000; x>y 1; hold a>b 17 for 5 + hold b>a 4");
        assertThat(scene.state().hold(Spoken.hold("t2#0")))
                .contains(new Hold(
                        Spoken.account("a", "USD"),
                        Spoken.account("b", "USD"),
                        Int128.of(17),
                        Int128.of(17),
                        1_005,
                        Hold.State.PENDING));
        assertThat(scene.showsHolds("t2#1")).isEqualTo("PENDING 4 of 4");
    }
}
