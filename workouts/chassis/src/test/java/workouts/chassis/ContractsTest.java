package workouts.chassis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workouts.chassis.problems.BodyLimit;
import workouts.chassis.testing.OpenApi;

/// The documents of the three services, before anybody is asked to keep to them.
final class ContractsTest {
    @ParameterizedTest
    @ValueSource(strings = {"trainer", "trainings", "users"})
    void theExamplesAreAsTheirDocumentSays(String service) {
        assertThat(OpenApi.of("/openapi/" + service + ".yml").faultyExamples()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"trainer", "trainings", "users"})
    void theLimitOfABodyIsTheOneThatIsKept(String service) {
        assertThat(text("/openapi/" + service + ".yml")).contains("the body has more than " + BodyLimit.BYTES_MAX);
    }

    @Test
    void theRoutesAreThoseOfTheReferenceAndFourMore() {
        assertThat(OpenApi.of("/openapi/trainer.yml").routes())
                .isEqualTo(Set.of(
                        "GET /api/trainer/calendar",
                        "GET /api/trainer/calendar/rules",
                        "PUT /api/trainer/calendar/make-hour-available",
                        "PUT /api/trainer/calendar/make-hour-unavailable"));
        assertThat(OpenApi.of("/openapi/trainings.yml").routes())
                .isEqualTo(Set.of(
                        "GET /api/trainings",
                        "POST /api/trainings",
                        "GET /api/trainings/{}",
                        "DELETE /api/trainings/{}",
                        "PUT /api/trainings/{}/reschedule",
                        "PUT /api/trainings/{}/request-reschedule",
                        "PUT /api/trainings/{}/approve-reschedule",
                        "PUT /api/trainings/{}/reject-reschedule"));
        assertThat(OpenApi.of("/openapi/users.yml").routes())
                .isEqualTo(Set.of("GET /api/users/current", "GET /api/users/current/credits", "POST /api/dev/token"));
    }

    private static String text(String resource) {
        try (var file = Objects.requireNonNull(ContractsTest.class.getResourceAsStream(resource))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
