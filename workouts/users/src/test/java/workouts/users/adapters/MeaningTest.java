package workouts.users.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ballast.client.Outcome;
import ballast.client.RefusalReason;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workouts.users.domain.credit.CreditOutcome;

/// Which refusal of the ledger means what, one row each. Every other one is a fault.
final class MeaningTest {
    private static final UUID ID = new UUID(0, 1);
    private static final Instant TIME = Instant.EPOCH;

    private static final String[] TABLE = {
        "OPENED     | EXISTS                          | done",
        "OPENED     | EXISTS_WITH_DIFFERENT_CODE      | done",
        "OPENED     | EXISTS_WITH_DIFFERENT_USER_DATA | done",
        "CHANGED    | ID_ALREADY_USED                 | request-id-reused",
        "CHANGED    | EXCEEDS_CREDITS                 | not-enough-credits",
        "HELD       | ID_ALREADY_USED                 | request-id-reused",
        "HELD       | EXCEEDS_CREDITS                 | not-enough-credits",
        "CAPTURED   | PENDING_TRANSFER_NOT_FOUND      | no-such-hold",
        "CAPTURED   | PENDING_TRANSFER_NOT_PENDING    | no-such-hold",
        "CAPTURED   | PENDING_TRANSFER_ALREADY_POSTED | done",
        "CAPTURED   | PENDING_TRANSFER_ALREADY_VOIDED | hold-ended",
        "RELEASED   | PENDING_TRANSFER_NOT_PENDING    | done",
        "RELEASED   | PENDING_TRANSFER_ALREADY_POSTED | hold-ended",
        "RELEASED   | PENDING_TRANSFER_ALREADY_VOIDED | done",
        "GIVEN_BACK | ID_ALREADY_USED                 | request-id-reused",
    };

    private record Row(Meaning meaning, RefusalReason reason, String told) {
        static Row of(String line) {
            var cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
            return new Row(Meaning.valueOf(cells.get(0)), RefusalReason.valueOf(cells.get(1)), cells.get(2));
        }
    }

    private static List<Row> table() {
        return Arrays.stream(TABLE).map(Row::of).toList();
    }

    @Test
    void ofARefusalIsAsTheTableSays() {
        for (var row : table()) {
            assertThat(told(row.meaning().of(refused(row.reason()))))
                    .as("%s", row)
                    .isEqualTo(row.told());
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofEveryOtherRefusalIsNone(Meaning meaning) {
        var known = table().stream()
                .filter(row -> row.meaning() == meaning)
                .map(Row::reason)
                .toList();
        Stream.of(RefusalReason.values())
                .filter(reason -> !known.contains(reason))
                .forEach(reason -> assertThatIllegalStateException()
                        .isThrownBy(() -> meaning.of(refused(reason)))
                        .withMessageContaining(reason.name()));
    }

    @ParameterizedTest
    @EnumSource
    void ofACommittedTransactionIsThatItIsDone(Meaning meaning) {
        assertThat(meaning.of(new Outcome.Committed(ID, 1, TIME, List.of()))).isEqualTo(CreditOutcome.DONE);
    }

    private static Outcome refused(RefusalReason reason) {
        return new Outcome.Refused(ID, 1, TIME, reason, OptionalInt.empty(), OptionalInt.empty());
    }

    private static String told(CreditOutcome outcome) {
        return switch (outcome) {
            case CreditOutcome.Done() -> "done";
            case CreditOutcome.Refused(var reason) -> reason.slug();
        };
    }
}
