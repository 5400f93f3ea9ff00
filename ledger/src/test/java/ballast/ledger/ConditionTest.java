package ballast.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Conditions, in the words of [Spoken]. The account `a` has got 10 and given 3; 4 are held of it, 5 for it, and it has
/// 4 entries.
final class ConditionTest {
    @ParameterizedTest(name = "{0} {1}: below {2}, at it {3}, above it {4}")
    @CsvSource(delimiter = '|', textBlock = """
            # subject       | comparison | holds for a value below the subject's | at it | above it
            posted          | equal      | no  | yes | no
            posted          | notEqual   | yes | no  | yes
            posted          | less       | no  | no  | yes
            posted          | atMost     | no  | yes | yes
            posted          | greater    | yes | no  | no
            posted          | atLeast    | yes | yes | no
            available       | equal      | no  | yes | no
            debitsPending   | equal      | no  | yes | no
            creditsPending  | equal      | no  | yes | no
            version         | equal      | no  | yes | no
            """)
    void holdsAsTheTableSays(String subject, String comparison, String below, String at, String above) {
        int value = switch (subject) {
            case "posted" -> 10 - 3;
            case "available" -> 10 - 3 - 4;
            case "debitsPending", "version" -> 4;
            default -> 5;
        };
        assertThat(holds(subject, comparison, value - 1)).isEqualTo(below);
        assertThat(holds(subject, comparison, value)).isEqualTo(at);
        assertThat(holds(subject, comparison, value + 1)).isEqualTo(above);
    }

    private static String holds(String subject, String comparison, int value) {
        var scene = Scene.after("x>a 10; a>x 3; hold a>x 4; hold x>a 5; ");
        var outcome = scene.says("if a %s %s %d + p>q 1".formatted(subject, comparison, value));
        return outcome.equals("p DEBIT 1, q CREDIT 1")
                ? "yes"
                : outcome.equals("CONDITION_NOT_MET condition 0") ? "no" : outcome;
    }

    @ParameterizedTest(name = "{0}, then {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # An account that nobody has used has zeros, also where accounts must be opened.
            ''       | if a version equal 0 + p>q 1                                | p DEBIT 1, q CREDIT 1
            ''       | if a posted equal 0 + p>q 1                                 | p DEBIT 1, q CREDIT 1
            explicit | if a version equal 0 + open a                               | a OPENED
            # The balance can be below zero.
            a>b 5    | if a posted equal -5 + p>q 1                                | p DEBIT 1, q CREDIT 1
            a>b MAX  | if a posted equal -MAX + p>q 1                              | p DEBIT 1, q CREDIT 1
            # All must hold; the first that does not is named.
            a>b 5    | if b posted equal 5 + if a posted equal -5 + p>q 1          | p DEBIT 1, q CREDIT 1
            a>b 5    | if b posted equal 5 + if a posted equal 0 + p>q 1           | CONDITION_NOT_MET condition 1
            a>b 5    | if b posted equal 0 + if a posted equal 0 + p>q 1           | CONDITION_NOT_MET condition 0
            # They are about the accounts before the first leg, wherever they are written.
            ''       | a>b 5 + if b posted equal 0                                 | a DEBIT 5, b CREDIT 5
            ''       | a>b 5 + if b posted equal 5                                 | CONDITION_NOT_MET condition 0
            # After the arguments, before the legs.
            ''       | if a posted equal 1 + open a lower 1 upper 0                | ARGUMENTS_MALFORMED
            ''       | if a posted equal 1 + capture t9#0                          | CONDITION_NOT_MET condition 0
            """)
    void areCheckedBeforeTheFirstLeg(String before, String transaction, String outcome) {
        assertThat(Scene.after(before).says(transaction)).isEqualTo(outcome);
    }
}
