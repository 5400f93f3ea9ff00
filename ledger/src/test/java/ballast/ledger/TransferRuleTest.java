package ballast.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Transfers, in the words of [Spoken]. An empty last column of a row means what the row above it says.
final class TransferRuleTest {
    @ParameterizedTest(name = "{0}, then {1}: {2}; {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # before         | the transfer  | its entries                      | the four counters and the version after it
            ''               | a>b 17        | a DEBIT 17, b CREDIT 17          | a 17 0 0 0 v1, b 0 17 0 0 v1
            a>b 17           | a>b 17        | a DEBIT 17, b CREDIT 17          | a 34 0 0 0 v2, b 0 34 0 0 v2
            a>b 17           | b>a 4         | b DEBIT 4, a CREDIT 4            | a 17 4 0 0 v2, b 4 17 0 0 v2
            a>b 17           | a>b 5 EUR     | a DEBIT 5 EUR, b CREDIT 5 EUR    | a 17 0 0 0 v1, b 0 17 0 0 v1
            ''               | a>b MAX       | a DEBIT MAX, b CREDIT MAX        | a MAX 0 0 0 v1, b 0 MAX 0 0 v1
            a>b MAX          | b>a MAX       | b DEBIT MAX, a CREDIT MAX        | a MAX MAX 0 0 v2, b MAX MAX 0 0 v2
            # The first movement of a transaction is seen by the second.
            ''               | a>b 1 + b>a 1 | a DEBIT 1, b CREDIT 1, b DEBIT 1, a CREDIT 1 | a 1 1 0 0 v2, b 1 1 0 0 v2
            # To oneself: nothing moves and no entry is made, whatever the amount, the limits and the number of assets.
            ''               | a>a 17        | nothing                          | a 0 0 0 0 v0, b 0 0 0 0 v0
            a>b 17           | a>a MAX       | nothing                          | a 17 0 0 0 v1, b 0 17 0 0 v1
            open a lower 0   | a>a 17        | nothing                          | a 0 0 0 0 v1, b 0 0 0 0 v0
            fill a           | a>a 17        | nothing                          | a 0 0 0 0 v0, b 0 0 0 0 v0
            # The last asset that an address can have.
            fill a           | a>b 1 AAA0    | a DEBIT 1 AAA0, b CREDIT 1 AAA0  | a 0 0 0 0 v0, b 0 0 0 0 v0
            # Opened accounts, where accounts must be opened.
            open a + open b; explicit | a>b 1 | a DEBIT 1, b CREDIT 1           | a 1 0 0 0 v2, b 0 1 0 0 v2
            """)
    void movesMoney(String before, String transfer, String entries, String after) {
        var scene = Scene.after(before);
        assertThat(scene.says(transfer)).isEqualTo(entries);
        assertThat(scene.shows("a b")).isEqualTo(after);
    }

    /// Each row breaks the rule that gives its reason, and every rule below it that can be broken with it.
    @ParameterizedTest(name = "{0}, then {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # before                                                    | the transfer | the reason
            fill a; close c; explicit                                   | a>b MAX      | DEBIT_ACCOUNT_NOT_FOUND leg 0
            close a; close b; explicit                                  | a>b 1        | DEBIT_ACCOUNT_NOT_FOUND leg 0
            explicit                                                    | a>a 1        | DEBIT_ACCOUNT_NOT_FOUND leg 0
            open a; close a; close b; explicit                          | a>b 1        | CREDIT_ACCOUNT_NOT_FOUND leg 0
            open a; fill b; explicit                                    | a>b 1        | CREDIT_ACCOUNT_NOT_FOUND leg 0
            fill a; close b                                             | a>b 1        | TOO_MANY_ASSETS leg 0
            fill b; close a                                             | a>b 1        | TOO_MANY_ASSETS leg 0
            open a lower 0; close a; close b; x>b MAX                   | a>b 1        | DEBIT_ACCOUNT_ALREADY_CLOSED leg 0
            close a                                                     | a>a 1        | DEBIT_ACCOUNT_ALREADY_CLOSED leg 0
            a>x MAX; close b                                            | a>b 1        | CREDIT_ACCOUNT_ALREADY_CLOSED leg 0
            a>x MAX; x>b MAX                                            | a>b 1        | OVERFLOWS_DEBITS_POSTED leg 0
            open a lower 0; x>b MAX                                     | a>b 1        | OVERFLOWS_CREDITS_POSTED leg 0
            hold a>x MAX; x>b MAX                                       | a>b 1        | OVERFLOWS_CREDITS_POSTED leg 0
            hold a>x MAX; hold x>b MAX                                  | a>b 1        | OVERFLOWS_DEBITS leg 0
            hold x>b MAX; open a lower 0                                | a>b 1        | OVERFLOWS_CREDITS leg 0
            open a lower 0; open b upper 0                              | a>b 1        | EXCEEDS_CREDITS leg 0
            open b upper 0                                              | a>b 1        | EXCEEDS_DEBITS leg 0
            """)
    void refusesForTheFirstReasonThatHolds(String before, String transfer, String reason) {
        assertThat(Scene.after(before).says(transfer)).isEqualTo(reason);
    }

    /// A counter holds 2¹²⁷−1, a side of an account holds as much in both its counters, and not one more.
    @ParameterizedTest(name = "{0}, then {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            a>x MAX-1                 | a>b 1 | a DEBIT 1, b CREDIT 1
            a>x MAX-1                 | a>b 2 | OVERFLOWS_DEBITS_POSTED leg 0
            x>b MAX-1                 | a>b 1 | a DEBIT 1, b CREDIT 1
            x>b MAX-1                 | a>b 2 | OVERFLOWS_CREDITS_POSTED leg 0
            a>x MAX-3; hold a>x 2     | a>b 1 | a DEBIT 1, b CREDIT 1
            a>x MAX-3; hold a>x 2     | a>b 2 | OVERFLOWS_DEBITS leg 0
            x>b MAX-3; hold y>b 2     | a>b 1 | a DEBIT 1, b CREDIT 1
            x>b MAX-3; hold y>b 2     | a>b 2 | OVERFLOWS_CREDITS leg 0
            """)
    void countsToTheEndOfTheRangeAndNotPastIt(String before, String transfer, String outcome) {
        assertThat(Scene.after(before).says(transfer)).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0}, then {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # The lower limit: what is held of the account counts as gone, what is held for it does not count.
            open a lower 0; x>a 10                 | a>b 10  | a DEBIT 10, b CREDIT 10
            open a lower 0; x>a 10                 | a>b 11  | EXCEEDS_CREDITS leg 0
            open a lower -5; x>a 10                | a>b 15  | a DEBIT 15, b CREDIT 15
            open a lower -5; x>a 10                | a>b 16  | EXCEEDS_CREDITS leg 0
            x>a 10; limits a lower 4               | a>b 6   | a DEBIT 6, b CREDIT 6
            x>a 10; limits a lower 4               | a>b 7   | EXCEEDS_CREDITS leg 0
            open a lower 0; x>a 10; hold a>y 3     | a>b 7   | a DEBIT 7, b CREDIT 7
            open a lower 0; x>a 10; hold a>y 3     | a>b 8   | EXCEEDS_CREDITS leg 0
            open a lower 0; hold x>a 10            | a>b 1   | EXCEEDS_CREDITS leg 0
            open a lower -MAX                      | a>b MAX | a DEBIT MAX, b CREDIT MAX
            # The upper limit: what is held for the account counts as there, what is held of it does not count.
            open b upper 10                        | a>b 10  | a DEBIT 10, b CREDIT 10
            open b upper 10                        | a>b 11  | EXCEEDS_DEBITS leg 0
            b>x 5; limits b upper -2               | a>b 3   | a DEBIT 3, b CREDIT 3
            b>x 5; limits b upper -2               | a>b 4   | EXCEEDS_DEBITS leg 0
            open b upper 10; hold x>b 3            | a>b 7   | a DEBIT 7, b CREDIT 7
            open b upper 10; hold x>b 3            | a>b 8   | EXCEEDS_DEBITS leg 0
            open b upper 10; hold b>x 5            | a>b 11  | EXCEEDS_DEBITS leg 0
            open b upper MAX                       | a>b MAX | a DEBIT MAX, b CREDIT MAX
            # A lower limit does not bound what comes, an upper one does not bound what goes.
            open a lower 0                         | b>a 5   | b DEBIT 5, a CREDIT 5
            open b upper 0                         | b>a 5   | b DEBIT 5, a CREDIT 5
            # Limits are of one asset.
            open a lower 0                         | a>b 5 EUR | a DEBIT 5 EUR, b CREDIT 5 EUR
            """)
    void keepsTheLimits(String before, String transfer, String outcome) {
        assertThat(Scene.after(before).says(transfer)).isEqualTo(outcome);
    }
}
