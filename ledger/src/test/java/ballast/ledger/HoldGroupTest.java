package ballast.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Steps with all holds of a transaction, in the words of [Spoken].
final class HoldGroupTest {
    private static final String TWO = "hold a>b 5 for 10 + x>y 1 + hold b>c 7; ";

    @ParameterizedTest(name = "two holds, {0}, then {1}: {2}; {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # since then                  | the step          | its entries | the two holds after it
            ''                            | capture t1        | a DEBIT_CAPTURED 5, b CREDIT_CAPTURED 5, b DEBIT_CAPTURED 7, c CREDIT_CAPTURED 7 | POSTED 0 of 5, POSTED 0 of 7
            ''                            | capture t1 rest   | a DEBIT_CAPTURED 5, b CREDIT_CAPTURED 5, b DEBIT_CAPTURED 7, c CREDIT_CAPTURED 7 | POSTED 0 of 5, POSTED 0 of 7
            ''                            | release t1        | a DEBIT_RELEASED 5, b CREDIT_RELEASED 5, b DEBIT_RELEASED 7, c CREDIT_RELEASED 7 | VOIDED 0 of 5, VOIDED 0 of 7
            ''                            | extend t1 for 99  | nothing | PENDING 5 of 5, PENDING 7 of 7
            # What is still pending.
            capture t1#2 3                | capture t1        | a DEBIT_CAPTURED 5, b CREDIT_CAPTURED 5, b DEBIT_CAPTURED 4, c CREDIT_CAPTURED 4 | POSTED 0 of 5, POSTED 0 of 7
            capture t1#0                  | release t1        | b DEBIT_RELEASED 7, c CREDIT_RELEASED 7 | POSTED 0 of 5, VOIDED 0 of 7
            release t1#2                  | capture t1        | a DEBIT_CAPTURED 5, b CREDIT_CAPTURED 5 | POSTED 0 of 5, VOIDED 0 of 7
            release t1#2                  | extend t1 for 99  | nothing | PENDING 5 of 5, VOIDED 0 of 7
            # Nothing is: the state of the first hold decides.
            capture t1#0; release t1#2    | capture t1        | PENDING_TRANSFER_ALREADY_POSTED leg 0 | POSTED 0 of 5, VOIDED 0 of 7
            release t1#0; capture t1#2    | capture t1        | PENDING_TRANSFER_ALREADY_VOIDED leg 0 | VOIDED 0 of 5, POSTED 0 of 7
            release t1#2; @1010           | release t1        | PENDING_TRANSFER_EXPIRED leg 0        | PENDING 5 of 5, VOIDED 0 of 7
            # One expired while others are pending: with or without its expiry, none can be dealt with together.
            @1010                         | capture t1        | PENDING_TRANSFER_EXPIRED leg 0        | PENDING 5 of 5, PENDING 7 of 7
            @1010; sweep t1#0             | release t1        | PENDING_TRANSFER_EXPIRED leg 0        | EXPIRED 0 of 5, PENDING 7 of 7
            @1010; sweep t1#0             | capture t1#2      | b DEBIT_CAPTURED 7, c CREDIT_CAPTURED 7 | EXPIRED 0 of 5, POSTED 0 of 7
            # Hold by hold, the first that is refused decides, and nothing happens to the others.
            close c                       | capture t1        | CREDIT_ACCOUNT_ALREADY_CLOSED leg 0   | PENDING 5 of 5, PENDING 7 of 7
            close b                       | capture t1        | CREDIT_ACCOUNT_ALREADY_CLOSED leg 0   | PENDING 5 of 5, PENDING 7 of 7
            close c                       | extend t1 for 99  | CREDIT_ACCOUNT_ALREADY_CLOSED leg 0   | PENDING 5 of 5, PENDING 7 of 7
            close c                       | release t1        | a DEBIT_RELEASED 5, b CREDIT_RELEASED 5, b DEBIT_RELEASED 7, c CREDIT_RELEASED 7 | VOIDED 0 of 5, VOIDED 0 of 7
            # An amount would have to be guessed apart.
            ''                            | capture t1 5      | ARGUMENTS_MALFORMED                   | PENDING 5 of 5, PENDING 7 of 7
            """)
    void takesAllThatArePendingOrNone(String since, String step, String entries, String holds) {
        var scene = Scene.after(TWO + since);
        assertThat(scene.says(step)).isEqualTo(entries);
        assertThat(scene.showsHolds("t1#0 t1#2")).isEqualTo(holds);
    }

    /// A hold can be dealt with in the transaction that places it, from the next leg on.
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            hold a>b 5 + capture t1#0 2     | a DEBIT_HELD 5, b CREDIT_HELD 5, a DEBIT_CAPTURED 2, b CREDIT_CAPTURED 2
            hold a>b 5 + release t1         | a DEBIT_HELD 5, b CREDIT_HELD 5, a DEBIT_RELEASED 5, b CREDIT_RELEASED 5
            hold a>b 5 + capture t1 + capture t1#0 | PENDING_TRANSFER_ALREADY_POSTED leg 2
            capture t1#1 + hold a>b 5       | PENDING_TRANSFER_NOT_PENDING leg 0
            capture t1 + hold a>b 5         | PENDING_TRANSFER_NOT_PENDING leg 0
            hold a>b 5 + release t1#1       | PENDING_TRANSFER_NOT_PENDING leg 1
            """)
    void canBeOfTheSameTransaction(String transaction, String outcome) {
        assertThat(Scene.after("").says(transaction)).isEqualTo(outcome);
    }
}
