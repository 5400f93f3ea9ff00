package ballast.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// "Move up to so much", in the words of [Spoken].
final class AmountModeTest {
    @ParameterizedTest(name = "{0}, then {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # What the giver has above its lower limit; above zero where it has none.
            x>a 10                                   | a>b 4 upToAvailable   | a DEBIT 4, b CREDIT 4
            x>a 10                                   | a>b 10 upToAvailable  | a DEBIT 10, b CREDIT 10
            x>a 10                                   | a>b 11 upToAvailable  | a DEBIT 10, b CREDIT 10
            x>a 10                                   | a>b MAX upToAvailable | a DEBIT 10, b CREDIT 10
            x>a 10; hold a>y 3                       | a>b 99 upToAvailable  | a DEBIT 7, b CREDIT 7
            x>a 10; hold y>a 3                       | a>b 99 upToAvailable  | a DEBIT 10, b CREDIT 10
            x>a 10; limits a lower 4                 | a>b 99 upToAvailable  | a DEBIT 6, b CREDIT 6
            x>a 10; limits a lower -4                | a>b 99 upToAvailable  | a DEBIT 14, b CREDIT 14
            ''                                       | a>b 99 upToAvailable  | nothing
            a>x 1                                    | a>b 99 upToAvailable  | nothing
            open a lower -MAX                        | a>b 99 upToAvailable  | a DEBIT 99, b CREDIT 99
            x>a MAX; limits a lower -MAX             | a>b MAX upToAvailable | a DEBIT MAX, b CREDIT MAX
            # What the taker can get before its upper limit; before zero where it has none.
            b>x 10                                   | a>b 4 upToRoom        | a DEBIT 4, b CREDIT 4
            b>x 10                                   | a>b 10 upToRoom       | a DEBIT 10, b CREDIT 10
            b>x 10                                   | a>b 11 upToRoom       | a DEBIT 10, b CREDIT 10
            b>x 10; hold y>b 3                       | a>b 99 upToRoom       | a DEBIT 7, b CREDIT 7
            b>x 10; hold b>y 3                       | a>b 99 upToRoom       | a DEBIT 10, b CREDIT 10
            open b upper 20; x>b 5                   | a>b 99 upToRoom       | a DEBIT 15, b CREDIT 15
            b>x 10; limits b upper -4                | a>b 99 upToRoom       | a DEBIT 6, b CREDIT 6
            ''                                       | a>b 99 upToRoom       | nothing
            x>b 1                                    | a>b 99 upToRoom       | nothing
            b>x MAX; limits b upper MAX              | a>b MAX upToRoom      | a DEBIT MAX, b CREDIT MAX
            # The lesser of the two.
            x>a 10; b>x 5                            | a>b 99 upToBoth       | a DEBIT 5, b CREDIT 5
            x>a 5; b>x 10                            | a>b 99 upToBoth       | a DEBIT 5, b CREDIT 5
            x>a 10; b>x 10                           | a>b 3 upToBoth        | a DEBIT 3, b CREDIT 3
            x>a 10                                   | a>b 99 upToBoth       | nothing
            b>x 10                                   | a>b 99 upToBoth       | nothing
            # The giver's limit does not bound the other mode, and so on.
            open a lower 0; b>x 10                   | a>b 9 upToRoom        | EXCEEDS_CREDITS leg 0
            open b upper 0; x>a 10                   | a>b 9 upToAvailable   | EXCEEDS_DEBITS leg 0
            # To oneself nothing moves, in any mode.
            x>a 10                                   | a>a 5 upToAvailable   | nothing
            # Where nothing can move, nothing comes into being; but who may not deal is told so.
            fill a                                   | a>b 9 upToAvailable   | nothing
            fill b; b>x 9 AAA0                       | a>b 9 upToRoom        | nothing
            explicit                                 | a>b 9 upToAvailable   | DEBIT_ACCOUNT_NOT_FOUND leg 0
            close a                                  | a>b 9 upToAvailable   | DEBIT_ACCOUNT_ALREADY_CLOSED leg 0
            close b                                  | a>b 9 upToAvailable   | CREDIT_ACCOUNT_ALREADY_CLOSED leg 0
            # What is left of the amount can still be too much for a counter.
            a>x MAX; x>a 5; limits a lower -MAX      | a>b 9 upToAvailable   | OVERFLOWS_DEBITS_POSTED leg 0
            # Holds are bounded in the same way.
            x>a 10                                   | hold a>b 99 upToAvailable | a DEBIT_HELD 10, b CREDIT_HELD 10
            fill a                                   | hold a>b 99 upToAvailable | nothing
            b>x 10                                   | hold a>b 99 upToRoom      | a DEBIT_HELD 10, b CREDIT_HELD 10
            x>a 10; b>x 5                            | hold a>b 99 upToBoth      | a DEBIT_HELD 5, b CREDIT_HELD 5
            """)
    void movesAtMostTheAmount(String before, String transaction, String outcome) {
        assertThat(Scene.after(before).says(transaction)).isEqualTo(outcome);
    }
}
