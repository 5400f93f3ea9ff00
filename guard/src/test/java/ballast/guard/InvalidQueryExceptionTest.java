package ballast.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class InvalidQueryExceptionTest {
    @Test
    void namesTheFieldAndItsFlaw() {
        var invalid = new InvalidQueryException("position.from", "9 (expected: at most 8)");
        assertThat(invalid).hasMessage("position.from: 9 (expected: at most 8)");
        assertThat(invalid.field()).isEqualTo("position.from");
        assertThat(invalid.flaw()).isEqualTo("9 (expected: at most 8)");
    }
}
