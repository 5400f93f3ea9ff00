package workouts.users.domain.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workouts.users.domain.person.PersonId;

/// What can be asked for at all.
final class StepsTest {
    private static final PersonId SOMEBODY = new PersonId(new UUID(0, 1));
    private static final BookingId BOOKING = new BookingId(new UUID(0, 2));
    private static final RequestId REQUEST = new RequestId(new UUID(0, 3));

    @ParameterizedTest
    @ValueSource(longs = {0, 1_000_001, -1_000_001, Long.MAX_VALUE, Long.MIN_VALUE})
    void aChangeOfNothingOrOfTooMuchIsNone(long amount) {
        assertNone(() -> new BalanceChange(SOMEBODY, amount, REQUEST, "why"));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1000000, true", "-1, false", "-1000000, false"})
    void aChangeGrantsOrTakes(long amount, boolean grants) {
        var change = new BalanceChange(SOMEBODY, amount, REQUEST, "why");
        assertThat(change.isGrant()).isEqualTo(grants);
        assertThat(change.size()).isEqualTo(Math.abs(amount));
    }

    @Test
    void aReasonHasOneTo100Characters() {
        for (var reason : new String[] {"", " ", "x".repeat(101), "🐗".repeat(101)}) {
            assertNone(() -> new BalanceChange(SOMEBODY, 1, REQUEST, reason));
        }
        assertThat(new BalanceChange(SOMEBODY, 1, REQUEST, "🐗".repeat(100)).reason())
                .hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1_000_001, Long.MIN_VALUE})
    void aHoldIsOfOneOrMore(long amount) {
        assertNone(() -> new CreditHold(SOMEBODY, BOOKING, amount));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, 1", "1, -1", "1000001, 0", "0, 1000001"})
    void aReturnIsOfSomething(long refund, long fine) {
        assertNone(() -> new CreditReturn(SOMEBODY, BOOKING, REQUEST, refund, fine));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, REFUND", "0, 1, FINE", "1, 1, REFUND_AND_FINE"})
    void aReturnIsOfOneKind(long refund, long fine, TransactionKind kind) {
        assertThat(new CreditReturn(SOMEBODY, BOOKING, REQUEST, refund, fine).kind())
                .isEqualTo(kind);
    }

    @Test
    void kindsHaveNumbersThatNeverChange() {
        assertThat(Arrays.stream(TransactionKind.values()).map(kind -> kind + " " + kind.code()))
                .containsExactly(
                        "OPEN 1",
                        "GRANT 2",
                        "TAKE 3",
                        "HOLD 4",
                        "CAPTURE 5",
                        "RELEASE 6",
                        "BAR 7",
                        "REFUND 8",
                        "FINE 9",
                        "REFUND_AND_FINE 10");
    }

    private static void assertNone(ThrowingCallable step) {
        assertThatIllegalArgumentException().isThrownBy(step);
    }
}
