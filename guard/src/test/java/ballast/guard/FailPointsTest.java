package ballast.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FailPointsTest {
    @ParameterizedTest
    @EnumSource(FailPoint.class)
    void waitForNoPointAndDoNothingAtItUnlessToldTo(FailPoint point) {
        assertThat(FailPoints.disarmed().armed(point)).isFalse();
        assertThatCode(() -> FailPoints.disarmed().passed(point)).doesNotThrowAnyException();
    }
}
