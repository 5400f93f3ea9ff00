package ballast.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BalancesTest {
    @ParameterizedTest(name = "{0} {1} {2} {3}: posted {4}, available {5}, at most {6}")
    @CsvSource({
        // debits and credits posted, debits and credits pending; posted, available, at most
        "0,   0,   0,   0,   0,    0,    0",
        "3,   10,  0,   0,   7,    7,    7",
        "3,   10,  4,   0,   7,    3,    7",
        "3,   10,  0,   5,   7,    7,    12",
        "3,   10,  4,   5,   7,    3,    12",
        "MAX, 0,   0,   0,   -MAX, -MAX, -MAX",
        "0,   0,   MAX, 0,   0,    -MAX, 0",
        "0,   MAX, 0,   0,   MAX,  MAX,  MAX",
        "0,   0,   0,   MAX, 0,    0,    MAX",
    })
    void addUp(
            String debitsPosted,
            String creditsPosted,
            String debitsPending,
            String creditsPending,
            String posted,
            String available,
            String highest) {
        var balances = balances(debitsPosted, creditsPosted, debitsPending, creditsPending);
        assertThat(balances.posted()).isEqualTo(Spoken.number(posted));
        assertThat(balances.available()).isEqualTo(Spoken.number(available));
        assertThat(balances.highest()).isEqualTo(Spoken.number(highest));
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvSource({
        "-1,    0,     0,   0",
        "0,     -1,    0,   0",
        "0,     0,     -1,  0",
        "0,     0,     0,   -1",
        "MAX,   0,     1,   0",
        "1,     0,     MAX, 0",
        "0,     MAX,   0,   1",
        "0,     1,     0,   MAX",
        "MAX-4, 0,     5,   0",
    })
    void staysInItsRange(String debitsPosted, String creditsPosted, String debitsPending, String creditsPending) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> balances(debitsPosted, creditsPosted, debitsPending, creditsPending))
                .withMessageStartingWith("no counters of an account: debits");
        assertThat(balances("MAX-5", "MAX-5", "5", "5").debits()).isEqualTo(Int128.MAX);
    }

    @Test
    void aMovementHasTwoSidesOfOneAsset() {
        var dollars = Spoken.account("a", "USD");
        var euros = Spoken.account("b", "EUR");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Leg.Transfer(dollars, euros, new Amount(Int128.of(1)), AmountMode.EXACT))
                .withMessage("a USD and b EUR do not have one asset");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Leg.Hold(dollars, euros, new Amount(Int128.of(1)), AmountMode.EXACT, 0))
                .withMessage("a USD and b EUR do not have one asset");
    }

    private static Balances balances(String debitsPosted, String creditsPosted, String debitsPending, String credits) {
        return new Balances(
                Spoken.number(debitsPosted),
                Spoken.number(creditsPosted),
                Spoken.number(debitsPending),
                Spoken.number(credits));
    }
}
