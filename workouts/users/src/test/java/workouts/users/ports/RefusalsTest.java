package workouts.users.ports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import workouts.chassis.problems.Problem;
import workouts.users.domain.credit.LedgerFailure;
import workouts.users.domain.credit.Refusal;

/// How each refusal is answered, one row each, in order of precedence.
final class RefusalsTest {
    @Test
    void areAnsweredAsTheTableSays() {
        assertThat(Arrays.stream(Refusal.values()).map(Refusals::problem).map(RefusalsTest::told))
                .containsExactly(
                        "409 FAILED_PRECONDITION request-id-reused",
                        "409 FAILED_PRECONDITION no-such-hold",
                        "409 FAILED_PRECONDITION hold-ended",
                        "409 FAILED_PRECONDITION not-enough-credits");
    }

    @Test
    void aSilentLedgerIsNoRefusal() {
        var cause = new IllegalStateException("away");
        assertThat(told(Refusals.problem(new LedgerFailure.Unreachable(cause))))
                .isEqualTo("503 UNAVAILABLE unavailable");
        assertThat(told(Refusals.problem(new LedgerFailure.OutcomeUnknown(cause))))
                .isEqualTo("503 UNAVAILABLE outcome-unknown");
    }

    private static String told(Problem problem) {
        return "%d %s %s"
                .formatted(problem.kind().http().value(), problem.kind().grpc(), problem.slug());
    }
}
