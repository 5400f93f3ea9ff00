package workouts.users.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workouts.chassis.problems.Problem;
import workouts.users.domain.credit.Statement;

final class WireTest {
    @Test
    void aCursorComesBackAsItWent() {
        for (var place : new Statement.Place[] {
            new Statement.Place(1, 0), new Statement.Place(999_999_999_999_999_999L, 999_999_999)
        }) {
            assertThat(Wire.place(Wire.cursor(place))).isEqualTo(place);
            assertThat(Wire.cursor(place)).hasSizeLessThanOrEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "0.0",
                "1.",
                ".1",
                "-1.0",
                "1.-1",
                "1.0.0",
                "01.0",
                "1.0 ",
                "1000000000000000000.0",
                "1.1000000000",
                "a.b"
            })
    void aCursorOfAnotherFormIsNotRead(String text) {
        assertMalformed("cursor cannot be read", () -> Wire.place(base64(text)));
    }

    @Test
    void whatIsNoCursorAtAllIsNotRead() {
        assertMalformed("cursor cannot be read", () -> Wire.place("!"));
        assertMalformed("cursor cannot be read", () -> Wire.place("M".repeat(201)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1-2-3-4-5", "0d9f2a347c364a0e8c43bd6f4c1f7a10", "0d9f2a34-7c36-4a0e-8c43-bd6f4c1f7a1g", " "})
    void onlyAWholeUuidIsTaken(String text) {
        assertMalformed("id cannot be read", () -> Wire.uuid("id", text));
    }

    @Test
    void anIdIsNamedWhenItIsMissing() {
        assertMalformed("id is missing", () -> Wire.uuid("id", ""));
        assertThat(Wire.uuid("id", "0D9F2A34-7c36-4a0e-8c43-bd6f4c1f7a10"))
                .isEqualTo(UUID.fromString("0d9f2a34-7c36-4a0e-8c43-bd6f4c1f7a10"));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertMalformed(String message, ThrowingCallable reading) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(reading)
                .withMessage(message)
                .satisfies(problem -> assertThat(problem.slug()).isEqualTo("invalid-request"));
    }
}
