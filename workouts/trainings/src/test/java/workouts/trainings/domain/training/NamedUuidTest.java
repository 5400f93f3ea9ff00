package workouts.trainings.domain.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamedUuidTest {
    /// Computed by another program: the first 16 bytes of SHA-256 of the domain, a zero byte and the content, with the
    /// bits that version and variant take.
    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "'', '', 6e340b9c-ffb3-8a98-9ca5-44e6bb780a2c",
        "d, c, dd3247df-ce26-8424-bec2-c628d932c649",
        "dc, '', d3a9674a-6cf6-8490-822d-11de0bb25d5e",
    })
    void standsForItsContentForEver(String domain, String content, String uuid) {
        assertThat(NamedUuid.of(domain, content.getBytes(UTF_8))).hasToString(uuid);
    }
}
