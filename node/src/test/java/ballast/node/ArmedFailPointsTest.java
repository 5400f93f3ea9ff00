package ballast.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ballast.guard.FailPoint;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArmedFailPointsTest {
    private final AtomicInteger crashes = new AtomicInteger();

    @Test
    void crashesAtTheNthPassingOfItsPointAndOnlyThen() {
        var points = ArmedFailPoints.parse("BEFORE_APPLY:2", crashes::incrementAndGet);
        points.passed(FailPoint.BEFORE_APPLY);
        points.passed(FailPoint.AFTER_STATE_WRITE);
        assertThat(crashes).hasValue(0);
        points.passed(FailPoint.BEFORE_APPLY);
        points.passed(FailPoint.BEFORE_APPLY);
        assertThat(crashes).hasValue(1);
    }

    @Test
    void saysWhichPointItWaitsFor() {
        var points = ArmedFailPoints.parse("INSIDE_JOURNAL_APPEND:2", crashes::incrementAndGet);
        assertThat(points.armed(FailPoint.INSIDE_JOURNAL_APPEND)).isTrue();
        assertThat(points.armed(FailPoint.BEFORE_APPLY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "BEFORE_APPLY", "BEFORE_APPLY:", "BEFORE_APPLY:0", "BEFORE_APPLY:x", "NOWHERE:1", "A:1:2"})
    void refusesASettingThatWouldNeverCrash(String setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArmedFailPoints.parse(setting, crashes::incrementAndGet))
                .withMessageContaining("expected: NAME:N");
    }
}
