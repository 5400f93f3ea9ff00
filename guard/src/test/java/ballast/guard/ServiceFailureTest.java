package ballast.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ServiceFailureTest {
    @ParameterizedTest
    @EnumSource(ServiceFailure.Kind.class)
    void carriesWhatTheCallerMayConclude(ServiceFailure.Kind kind) {
        var cause = new IllegalStateException("the log is closed");
        assertThat(new ServiceFailure(kind, "no answer").kind()).isEqualTo(kind);
        assertThat(new ServiceFailure(kind, "no answer", cause))
                .hasMessage("no answer")
                .hasCause(cause);
    }

    @Test
    void nobodyThatRunsUnarmedNoticesAFailPoint() {
        for (var point : FailPoint.values()) {
            FailPoints.disarmed().passed(point);
        }
    }

    @Test
    void aViolationKeepsWhatLedToIt() {
        var cause = new ArithmeticException("overflow");
        assertThat(new InvariantViolation("sums are zero", cause)).hasCause(cause);
    }
}
