package ballast.guard;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

final class InvariantTest {
    @Test
    void isSilentWhileItHolds() {
        assertThatCode(() -> Invariant.check(true, "sums are zero")).doesNotThrowAnyException();
        assertThatCode(() -> Invariant.check(true, () -> {
                    throw new IllegalStateException("built a message that nobody reads");
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void throwsAnErrorThatNamesWhatShouldHold() {
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> Invariant.check(false, "sums are zero"))
                .withMessage("sums are zero");
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> Invariant.check(false, () -> "sum is " + 3))
                .withMessage("sum is 3");
    }
}
