package workouts.chassis.failpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A process ends where it was told to, and nowhere else.
final class FailPointsTest {
    private final AtomicInteger halts = new AtomicInteger();

    @Test
    void actsOnceAtItsTime() {
        var points = FailPoints.halting(Optional.of("book.RESERVE_HOUR.answered:2"), halts::incrementAndGet);
        points.reached("book.RESERVE_HOUR.answered");
        points.reached("book.RESERVE_HOUR.called");
        assertThat(halts).hasValue(0);
        points.reached("book.RESERVE_HOUR.answered");
        assertThat(halts).hasValue(1);
        points.reached("book.RESERVE_HOUR.answered");
        assertThat(halts).hasValue(1);
    }

    @Test
    void nothingHappensUnlessItIsSet() {
        FailPoints.halting(Optional.empty(), halts::incrementAndGet).reached("anything");
        FailPoints.disarmed().reached("anything");
        assertThat(halts).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a:0", "a:", ":1", "a:1:1", "a b:1", "a:1234567890"})
    void aSettingThatIsNoneIsRefused(String setting) {
        assertThatThrownBy(() -> FailPoints.halting(Optional.of(setting), halts::incrementAndGet))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
