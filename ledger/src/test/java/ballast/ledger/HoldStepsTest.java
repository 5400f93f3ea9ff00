package ballast.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Capture, release and extension of one hold, in the words of [Spoken]. Time stands at 1000 where nothing else is
/// said.
final class HoldStepsTest {
    @ParameterizedTest(name = "{0}, then {1}: {2}; {3}; {4}")
    @CsvSource(delimiter = '|', textBlock = """
            # before                     | the step               | its entries                             | the hold after it | the four counters and the version
            hold a>b 17                  | capture t1#0           | a DEBIT_CAPTURED 17, b CREDIT_CAPTURED 17 | POSTED 0 of 17  | a 17 0 0 0 v2, b 0 17 0 0 v2
            hold a>b 17                  | capture t1#0 17        | a DEBIT_CAPTURED 17, b CREDIT_CAPTURED 17 | POSTED 0 of 17  | a 17 0 0 0 v2, b 0 17 0 0 v2
            hold a>b 17                  | capture t1#0 rest      | a DEBIT_CAPTURED 17, b CREDIT_CAPTURED 17 | POSTED 0 of 17  | a 17 0 0 0 v2, b 0 17 0 0 v2
            hold a>b 17                  | release t1#0           | a DEBIT_RELEASED 17, b CREDIT_RELEASED 17 | VOIDED 0 of 17  | a 0 0 0 0 v2, b 0 0 0 0 v2
            # In several parts.
            hold a>b 17                  | capture t1#0 5         | a DEBIT_CAPTURED 5, b CREDIT_CAPTURED 5   | PENDING 12 of 17 | a 5 0 12 0 v2, b 0 5 0 12 v2
            hold a>b 17; capture t1#0 5  | capture t1#0 12        | a DEBIT_CAPTURED 12, b CREDIT_CAPTURED 12 | POSTED 0 of 17  | a 17 0 0 0 v3, b 0 17 0 0 v3
            hold a>b 17; capture t1#0 5  | capture t1#0           | a DEBIT_CAPTURED 12, b CREDIT_CAPTURED 12 | POSTED 0 of 17  | a 17 0 0 0 v3, b 0 17 0 0 v3
            hold a>b 17; capture t1#0 5  | release t1#0           | a DEBIT_RELEASED 12, b CREDIT_RELEASED 12 | VOIDED 0 of 17  | a 5 0 0 0 v3, b 0 5 0 0 v3
            # The rest is released at once.
            hold a>b 17                  | capture t1#0 5 rest    | a DEBIT_CAPTURED 5, b CREDIT_CAPTURED 5, a DEBIT_RELEASED 12, b CREDIT_RELEASED 12 | VOIDED 0 of 17 | a 5 0 0 0 v3, b 0 5 0 0 v3
            # Limits were kept when the hold was placed, so no capture breaks one, not even where one of them moved since.
            open a lower 0; x>a 17; hold a>b 17 | capture t3#0 20 | EXCEEDS_PENDING_TRANSFER_AMOUNT leg 0     | PENDING 17 of 17 | a 0 17 17 0 v3, b 0 0 0 17 v1
            open a lower 0; x>a 17; hold a>b 17 | capture t3#0    | a DEBIT_CAPTURED 17, b CREDIT_CAPTURED 17 | POSTED 0 of 17  | a 17 17 0 0 v4, b 0 17 0 0 v2
            open b upper 17; hold a>b 17 | capture t2#0           | a DEBIT_CAPTURED 17, b CREDIT_CAPTURED 17 | POSTED 0 of 17  | a 17 0 0 0 v2, b 0 17 0 0 v3
            a>x MAX-17; hold a>b 17      | capture t2#0           | a DEBIT_CAPTURED 17, b CREDIT_CAPTURED 17 | POSTED 0 of 17  | a MAX 0 0 0 v3, b 0 17 0 0 v2
            # Accounts that hold money need not be opened for that money to end.
            hold a>b 17; explicit        | capture t1#0           | a DEBIT_CAPTURED 17, b CREDIT_CAPTURED 17 | POSTED 0 of 17  | a 17 0 0 0 v2, b 0 17 0 0 v2
            hold a>b 17; explicit        | release t1#0           | a DEBIT_RELEASED 17, b CREDIT_RELEASED 17 | VOIDED 0 of 17  | a 0 0 0 0 v2, b 0 0 0 0 v2
            # A closed account stands in the way of a capture, not of a release.
            hold a>b 17; close a; close b | release t1#0          | a DEBIT_RELEASED 17, b CREDIT_RELEASED 17 | VOIDED 0 of 17  | a 0 0 0 0 v3, b 0 0 0 0 v3
            # To extend makes no entry.
            hold a>b 17                  | extend t1#0 for 5      | nothing                                   | PENDING 17 of 17 | a 0 0 17 0 v1, b 0 0 0 17 v1
            hold a>b 17; explicit        | extend t1#0 for 5      | nothing                                   | PENDING 17 of 17 | a 0 0 17 0 v1, b 0 0 0 17 v1
            # The hold stands in the second leg of its transaction.
            x>y 1 + hold a>b 17          | capture t1#1 4         | a DEBIT_CAPTURED 4, b CREDIT_CAPTURED 4   | PENDING 13 of 17 | a 4 0 13 0 v2, b 0 4 0 13 v2
            # The last millisecond before the deadline.
            hold a>b 17 for 10; @1009    | capture t1#0           | a DEBIT_CAPTURED 17, b CREDIT_CAPTURED 17 | POSTED 0 of 17  | a 17 0 0 0 v2, b 0 17 0 0 v2
            hold a>b 17 for 10; @1009    | release t1#0           | a DEBIT_RELEASED 17, b CREDIT_RELEASED 17 | VOIDED 0 of 17  | a 0 0 0 0 v2, b 0 0 0 0 v2
            # Extended in time, or for ever.
            hold a>b 17 for 10; @1009; extend t1#0 for 5; @1013 | capture t1#0 | a DEBIT_CAPTURED 17, b CREDIT_CAPTURED 17 | POSTED 0 of 17 | a 17 0 0 0 v2, b 0 17 0 0 v2
            hold a>b 17 for 10; extend t1#0 for 0; @99999       | capture t1#0 | a DEBIT_CAPTURED 17, b CREDIT_CAPTURED 17 | POSTED 0 of 17 | a 17 0 0 0 v2, b 0 17 0 0 v2
            """)
    void followTheTable(String before, String step, String entries, String hold, String after) {
        var scene = Scene.after(before);
        assertThat(scene.says(step)).isEqualTo(entries);
        assertThat(scene.showsHolds(scene.state().holds().keySet().stream()
                        .map(id -> "t%d#%d".formatted(id.transaction().low(), id.leg()))
                        .findFirst()
                        .orElseThrow()))
                .isEqualTo(hold);
        assertThat(scene.shows("a b")).isEqualTo(after);
    }

    /// Each row breaks the rule that gives its reason, and rules below it.
    @ParameterizedTest(name = "{0}, then {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # before                                                  | the step              | the reason
            ''                                                        | capture t9#0 5        | PENDING_TRANSFER_NOT_FOUND leg 0
            ''                                                        | capture t9            | PENDING_TRANSFER_NOT_FOUND leg 0
            ''                                                        | release t9#0          | PENDING_TRANSFER_NOT_FOUND leg 0
            ''                                                        | extend t9#0 for -1    | PENDING_TRANSFER_NOT_FOUND leg 0
            a>b 17                                                    | capture t1#0 5        | PENDING_TRANSFER_NOT_PENDING leg 0
            a>b 17                                                    | capture t1            | PENDING_TRANSFER_NOT_PENDING leg 0
            hold a>b 17                                               | capture t1#1          | PENDING_TRANSFER_NOT_PENDING leg 0
            hold a>b 17                                               | capture t1#-1         | PENDING_TRANSFER_NOT_PENDING leg 0
            hold a>a 17                                               | release t1#0          | PENDING_TRANSFER_NOT_PENDING leg 0
            # What is still held; of a hold that is over, what was held at first.
            hold a>b 17; capture t1#0 5; close a                      | capture t1#0 13       | EXCEEDS_PENDING_TRANSFER_AMOUNT leg 0
            hold a>b 17; capture t1#0                                 | capture t1#0 18       | EXCEEDS_PENDING_TRANSFER_AMOUNT leg 0
            hold a>b 17; release t1#0                                 | capture t1#0 18       | EXCEEDS_PENDING_TRANSFER_AMOUNT leg 0
            hold a>b 17 for 10; @1010                                 | capture t1#0 18       | EXCEEDS_PENDING_TRANSFER_AMOUNT leg 0
            hold a>b 17 for 10; capture t1#0 5; @1010                 | capture t1#0 18       | EXCEEDS_PENDING_TRANSFER_AMOUNT leg 0
            hold a>b 17; capture t1#0; close a                        | capture t1#0 17       | PENDING_TRANSFER_ALREADY_POSTED leg 0
            hold a>b 17; capture t1#0; close a                        | capture t1#0          | PENDING_TRANSFER_ALREADY_POSTED leg 0
            hold a>b 17; capture t1#0                                 | release t1#0          | PENDING_TRANSFER_ALREADY_POSTED leg 0
            hold a>b 17; capture t1#0                                 | extend t1#0 for -1    | PENDING_TRANSFER_ALREADY_POSTED leg 0
            hold a>b 17 for 10; capture t1#0; @1010                   | capture t1#0          | PENDING_TRANSFER_ALREADY_POSTED leg 0
            hold a>b 17; release t1#0; close a                        | capture t1#0 17       | PENDING_TRANSFER_ALREADY_VOIDED leg 0
            hold a>b 17; release t1#0                                 | release t1#0          | PENDING_TRANSFER_ALREADY_VOIDED leg 0
            hold a>b 17; release t1#0                                 | extend t1#0 for -1    | PENDING_TRANSFER_ALREADY_VOIDED leg 0
            hold a>b 17; capture t1#0 5 rest                          | capture t1#0          | PENDING_TRANSFER_ALREADY_VOIDED leg 0
            hold a>b 17 for 10; release t1#0; @1010                   | capture t1#0          | PENDING_TRANSFER_ALREADY_VOIDED leg 0
            # At the deadline, whether or not the ledger has written the expiry down.
            hold a>b 17 for 10; close a; @1010                        | capture t1#0 17       | PENDING_TRANSFER_EXPIRED leg 0
            hold a>b 17 for 10; @1010; sweep t1#0                     | capture t1#0 17       | PENDING_TRANSFER_EXPIRED leg 0
            hold a>b 17 for 10; capture t1#0 5; @1010                 | capture t1#0 17       | PENDING_TRANSFER_EXPIRED leg 0
            hold a>b 17 for 10; capture t1#0 5; @1010; sweep t1#0     | capture t1#0 17       | PENDING_TRANSFER_EXPIRED leg 0
            hold a>b 17 for 10; @1010                                 | release t1#0          | PENDING_TRANSFER_EXPIRED leg 0
            hold a>b 17 for 10; @1010                                 | extend t1#0 for -1    | PENDING_TRANSFER_EXPIRED leg 0
            hold a>b 17 for 10; @99999                                | extend t1#0 for 5     | PENDING_TRANSFER_EXPIRED leg 0
            hold a>b 17 for 10; extend t1#0 for 5; @1005              | capture t1#0          | PENDING_TRANSFER_EXPIRED leg 0
            # Closed accounts.
            hold a>b 17; close a; close b                             | capture t1#0          | DEBIT_ACCOUNT_ALREADY_CLOSED leg 0
            hold a>b 17; close b                                      | capture t1#0          | CREDIT_ACCOUNT_ALREADY_CLOSED leg 0
            hold a>b 17; close a; close b                             | extend t1#0 for -1    | DEBIT_ACCOUNT_ALREADY_CLOSED leg 0
            hold a>b 17; close b                                      | extend t1#0 for -1    | CREDIT_ACCOUNT_ALREADY_CLOSED leg 0
            # The end of the year 9999.
            hold a>b 17                                               | extend t1#0 for 253402300799000 | OVERFLOWS_TIMEOUT leg 0
            hold a>b 17                                               | extend t1#0 for -1    | OVERFLOWS_TIMEOUT leg 0
            """)
    void areRefusedForTheFirstReasonThatHolds(String before, String step, String reason) {
        assertThat(Scene.after(before).says(step)).isEqualTo(reason);
    }

    @ParameterizedTest(name = "{0}, then {1}: scheduled {2}")
    @CsvSource(delimiter = '|', textBlock = """
            hold a>b 17 for 10                | extend t1#0 for 5               | [t1#0 at 1010, t1#0 at 1005]
            hold a>b 17 for 10                | extend t1#0 for 0               | [t1#0 at 1010]
            hold a>b 17                       | extend t1#0 for 253402300798999 | [t1#0 at 253402300799999]
            hold a>b 17; @2000                | extend t1#0 for 5               | [t1#0 at 2005]
            hold a>b 17 for 10                | capture t1#0 5                  | [t1#0 at 1010]
            hold a>b 17 + hold b>a 1; @2000   | extend t1 for 5                 | [t1#0 at 2005, t1#1 at 2005]
            """)
    void askForAnExpiryAtTheNewTime(String before, String step, String scheduled) {
        var scene = Scene.after(before);
        scene.says(step);
        assertThat(scene.state().schedule()).hasToString(scheduled);
    }
}
