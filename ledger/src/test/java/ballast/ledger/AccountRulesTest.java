package ballast.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// To open, limit, close and reopen accounts, in the words of [Spoken].
final class AccountRulesTest {
    @ParameterizedTest(name = "{0}, then {1}: {2}; {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # before                  | the step                   | its entry     | the account after it
            ''                        | open a                     | a OPENED      | a 0 0 0 0 v1
            ''                        | open a lower -5 upper -5   | EXCEEDS_DEBITS leg 0 | a 0 0 0 0 v0
            ''                        | open a lower 0 upper 0     | a OPENED      | a 0 0 0 0 v1
            a>b 5                     | open a lower -5 upper -5   | a OPENED      | a 5 0 0 0 v2
            explicit                  | open a                     | a OPENED      | a 0 0 0 0 v1
            open a                    | limits a lower 0 upper 0   | a LIMITS_SET  | a 0 0 0 0 v2
            open a lower 0            | limits a                   | a LIMITS_SET  | a 0 0 0 0 v2
            open a lower 0            | limits a lower 0           | a LIMITS_SET  | a 0 0 0 0 v2
            open a                    | close a                    | a CLOSED      | a 0 0 0 0 v2
            open a; close a           | reopen a                   | a REOPENED    | a 0 0 0 0 v3
            open a; close a; reopen a | close a                    | a CLOSED      | a 0 0 0 0 v4
            open a; close a; reopen a; explicit | close a          | a CLOSED      | a 0 0 0 0 v4
            open a; close a; explicit | reopen a                   | a REOPENED    | a 0 0 0 0 v3
            open a; explicit          | limits a upper 9           | a LIMITS_SET  | a 0 0 0 0 v2
            hold a>b 5                | close a                    | a CLOSED      | a 0 0 5 0 v2
            # Accounts come into being by these steps, too.
            ''                        | limits a upper 9           | a LIMITS_SET  | a 0 0 0 0 v1
            ''                        | close a                    | a CLOSED      | a 0 0 0 0 v1
            # Another asset is another account.
            close a                   | open a EUR                 | a OPENED EUR  | a 0 0 0 0 v1
            """)
    void followTheTable(String before, String step, String entries, String after) {
        var scene = Scene.after(before);
        assertThat(scene.says(step)).isEqualTo(entries);
        assertThat(scene.shows("a")).isEqualTo(after);
    }

    /// Each row breaks the rule that gives its reason, and rules below it.
    @ParameterizedTest(name = "{0}, then {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # before                                    | the step                     | the reason
            open a lower 0 code 7 data 1; close a       | open a lower 5 code 8 data 2 | EXISTS_WITH_DIFFERENT_LIMITS leg 0
            open a lower 0                              | open a lower 0 upper 9       | EXISTS_WITH_DIFFERENT_LIMITS leg 0
            open a lower 0; limits a                    | open a lower 0               | EXISTS_WITH_DIFFERENT_LIMITS leg 0
            open a lower 0 code 7 data 1; close a       | open a lower 0 code 8 data 2 | EXISTS_WITH_DIFFERENT_USER_DATA leg 0
            open a lower 0 code 7 data 1; close a       | open a lower 0 code 8 data 1 | EXISTS_WITH_DIFFERENT_CODE leg 0
            open a lower 0 code 7 data 1; close a       | open a lower 0 code 7 data 1 | EXISTS leg 0
            open a; explicit                            | open a                       | EXISTS leg 0
            fill a                                      | open a lower 1               | TOO_MANY_ASSETS leg 0
            close a                                     | open a lower 1               | ACCOUNT_ALREADY_CLOSED leg 0
            ''                                          | open a lower 1               | EXCEEDS_CREDITS leg 0
            ''                                          | open a upper -1              | EXCEEDS_DEBITS leg 0
            ''                                          | open a lower 1 upper 0       | ARGUMENTS_MALFORMED
            fill a; explicit                            | limits a lower 1             | ACCOUNT_NOT_FOUND leg 0
            close a; explicit                           | limits a                     | ACCOUNT_NOT_FOUND leg 0
            fill a                                      | limits a lower 1             | TOO_MANY_ASSETS leg 0
            close a                                     | limits a lower 1             | ACCOUNT_ALREADY_CLOSED leg 0
            hold a>b 5                                  | limits a lower -4 upper -1   | EXCEEDS_CREDITS leg 0
            hold b>a 5                                  | limits a lower 0 upper 4     | EXCEEDS_DEBITS leg 0
            hold b>a 5                                  | limits a lower 1             | EXCEEDS_CREDITS leg 0
            ''                                          | limits a lower 1 upper 0     | ARGUMENTS_MALFORMED
            fill a; explicit                            | close a                      | ACCOUNT_NOT_FOUND leg 0
            fill a                                      | close a                      | TOO_MANY_ASSETS leg 0
            close a                                     | close a                      | ACCOUNT_ALREADY_CLOSED leg 0
            explicit                                    | reopen a                     | ACCOUNT_NOT_FOUND leg 0
            close a; explicit                           | reopen a                     | ACCOUNT_NOT_FOUND leg 0
            ''                                          | reopen a                     | ACCOUNT_NOT_CLOSED leg 0
            open a                                      | reopen a                     | ACCOUNT_NOT_CLOSED leg 0
            fill a                                      | reopen a                     | ACCOUNT_NOT_CLOSED leg 0
            """)
    void areRefusedForTheFirstReasonThatHolds(String before, String step, String reason) {
        assertThat(Scene.after(before).says(step)).isEqualTo(reason);
    }

    /// The limits that an account keeps right now, exactly.
    @ParameterizedTest(name = "{0}, then {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            x>a 10                        | limits a lower 10 upper 10 | a LIMITS_SET
            x>a 10                        | limits a lower 11          | EXCEEDS_CREDITS leg 0
            x>a 10                        | limits a upper 9           | EXCEEDS_DEBITS leg 0
            x>a 10; hold a>b 3            | limits a lower 7 upper 10  | a LIMITS_SET
            x>a 10; hold a>b 3            | limits a lower 8           | EXCEEDS_CREDITS leg 0
            x>a 10; hold b>a 3            | limits a lower 10 upper 13 | a LIMITS_SET
            x>a 10; hold b>a 3            | limits a upper 12          | EXCEEDS_DEBITS leg 0
            """)
    void limitsMustBeKeptWhenTheyAreSet(String before, String step, String outcome) {
        assertThat(Scene.after(before).says(step)).isEqualTo(outcome);
    }

    @Test
    void anAccountKeepsItsTerms() {
        var scene = Scene.after(
                "@1000; a>b 5; @2000; open a lower -9 code 7 data 4; @3000; limits a upper 3; close a; x>y 1");
        assertThat(scene.state().account(Spoken.account("a", "USD")))
                .isEqualTo(new Account(
                        new Balances(Int128.of(5), Int128.ZERO, Int128.ZERO, Int128.ZERO),
                        new Limits(Optional.empty(), Optional.of(Int128.of(3))),
                        7,
                        new UserData(Int128.of(4), 8, 12),
                        true,
                        true,
                        4,
                        1_000));
        scene.says("reopen a");
        var reopened = scene.state().account(Spoken.account("a", "USD"));
        assertThat(reopened.closed()).isFalse();
        assertThat(reopened.opened()).isTrue();
    }

    @Test
    void anAccountThatNobodyOpenedIsNotOpened() {
        for (var step : new String[] {"limits a upper 3", "close a", "a>b 1"}) {
            var account = Scene.after("@2000;" + step).state().account(Spoken.account("a", "USD"));
            assertThat(account.opened()).isFalse();
            assertThat(account.sinceMillis()).isEqualTo(2_000);
        }
        var opened = Scene.after("@2000; open a").state().account(Spoken.account("a", "USD"));
        assertThat(opened.sinceMillis()).isEqualTo(2_000);
    }
}
