package ballast.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class HistoryOptionsTest {
    @Test
    void refusesALimitOutOfItsRange() {
        var options = HistoryOptions.defaults();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.withQuestionsMax(0))
                .withMessage("questionsMax: 0 (expected: 1 to 1048576)");
        assertThatIllegalArgumentException().isThrownBy(() -> options.withPatienceMillis(3_600_001));
        assertThat(options.withQuestionsMax(7).questionsMax()).isEqualTo(7);
    }
}
