package ballast.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.guard.InvariantViolation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The expiry that the ledger itself writes, in the words of [Scene].
final class ExpiryRuleTest {
    @ParameterizedTest(name = "{0}: {1}; {2}; {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # before                                            | its entries                             | the hold after it | the accounts after it
            hold a>b 17 for 10; @1010                           | a DEBIT_EXPIRED 17, b CREDIT_EXPIRED 17 | EXPIRED 0 of 17   | a 0 0 0 0 v2, b 0 0 0 0 v2
            hold a>b 17 for 10; @99999                          | a DEBIT_EXPIRED 17, b CREDIT_EXPIRED 17 | EXPIRED 0 of 17   | a 0 0 0 0 v2, b 0 0 0 0 v2
            hold a>b 17 for 10; capture t1#0 5; @1010           | a DEBIT_EXPIRED 12, b CREDIT_EXPIRED 12 | EXPIRED 0 of 17   | a 5 0 0 0 v3, b 0 5 0 0 v3
            hold a>b 17 for 10; extend t1#0 for 5; @1005        | a DEBIT_EXPIRED 17, b CREDIT_EXPIRED 17 | EXPIRED 0 of 17   | a 0 0 0 0 v2, b 0 0 0 0 v2
            # Nothing stands in its way.
            hold a>b 17 for 10; close a; close b; @1010         | a DEBIT_EXPIRED 17, b CREDIT_EXPIRED 17 | EXPIRED 0 of 17   | a 0 0 0 0 v3, b 0 0 0 0 v3
            hold a>b 17 for 10; explicit; @1010                 | a DEBIT_EXPIRED 17, b CREDIT_EXPIRED 17 | EXPIRED 0 of 17   | a 0 0 0 0 v2, b 0 0 0 0 v2
            """)
    void givesBackWhatIsStillHeld(String before, String entries, String hold, String after) {
        var scene = Scene.after(before);
        assertThat(scene.sweeps("t1#0")).isEqualTo(entries);
        assertThat(scene.showsHolds("t1#0")).isEqualTo(hold);
        assertThat(scene.shows("a b")).isEqualTo(after);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a>b 1
            hold a>b 17
            hold a>b 17 for 10; @1009
            hold a>b 17 for 10; capture t1#0; @1010
            hold a>b 17 for 10; release t1#0; @1010
            hold a>b 17 for 10; @1010; sweep t1#0
            hold a>b 17 for 10; extend t1#0 for 11; @1010
            """)
    void stopsTheProcessWhenTheHoldIsNotDue(String before) {
        var scene = Scene.after(before);
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> scene.sweeps("t1#0"))
                .withMessageContaining("a hold that expires")
                .withMessageContaining("00000000-0000-0000-0000-000000000001 leg 0");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"expire t1#0", "x>y 1 + expire t1#0"})
    void isRefusedFromAnybodyElse(String transaction) {
        assertThat(Scene.after("hold a>b 17 for 10; @1010").says(transaction)).isEqualTo("ARGUMENTS_MALFORMED");
    }
}
