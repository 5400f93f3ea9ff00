package workouts.trainings.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever callers get wrong, they are told so, and never a fault of the service's.
final class BadRequestsSpec {
    private final Network network = Network.shared();
    private final Network.Guest guest = network.guest();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            # the body                                                   | the answer
            {"time":"T","notes":""}                                      | 409 not-enough-credits
            {"time":"T"                                                  | 400 invalid-request
            []                                                           | 400 invalid-request
            null                                                         | 400 invalid-request
            {}                                                           | 400 invalid-request
            {"time":null}                                                | 400 invalid-request
            {"time":1}                                                   | 400 invalid-request
            {"time":"tomorrow"}                                          | 400 invalid-request
            {"time":"2027-03-12T12:00:00"}                               | 400 invalid-request
            {"time":"+12027-03-12T12:00:00Z"}                            | 400 invalid-request
            {"time":"-0001-03-12T12:00:00Z"}                             | 400 invalid-request
            {"time":"T","notes":"a\\u0000b"}                             | 400 invalid-request
            {"time":"T","notes":"a\\ud83d"}                              | 400 invalid-request
            {"time":"T","trainerUuid":"x"}                               | 400 invalid-request
            {"time":"T","colour":"red"}                                  | 400 invalid-request
            {"time":"2027-03-09T12:00:00Z"}                              | 422 past-hour
            {"time":"9999-12-31T23:00:00Z","notes":""}                   | 409 not-enough-credits
            {"time":"2027-03-12T12:30:00Z"}                              | 422 not-a-full-hour
            {"time":"2027-03-12T12:00:00.000001Z"}                       | 422 not-a-full-hour
            """)
    void aBookingThatCannotBe(String body, String told) {
        var answer = guest.attendee()
                .post("/api/trainings", body.replace("\\\\", "\\").replace("\"T\"", "\"" + guest.in(48) + "\""));
        assertThat(answer.told()).as(answer.body()).isEqualTo(told);
    }

    @Test
    void anUnknownFieldIsNamed() {
        var answer = guest.attendee().post("/api/trainings", "{\"time\":\"" + guest.in(48) + "\",\"colour\":1}");
        assertThat(answer.json().path("message").asText()).contains("colour");
    }

    @Test
    void notesAreCountedInCharacters() {
        guest.open(48, 49, 72).grant(2);
        assertThat(guest.book(48, "é".repeat(1001)).told()).isEqualTo("422 note-too-long");
        assertThat(guest.book(48, "🐗".repeat(1001)).told()).isEqualTo("422 note-too-long");
        var answer = guest.book(48, "é".repeat(1000));
        assertThat(answer.told()).isEqualTo("201");
        assertThat(guest.book(49, "🐗".repeat(1000)).told()).isEqualTo("201");
        var move = answer.header("Location").orElseThrow() + "/reschedule";
        var body = "{\"time\":\"%s\",\"notes\":\"%s\"}";
        assertThat(guest.attendee()
                        .put(move, body.formatted(guest.in(72), "é".repeat(1001)))
                        .told())
                .isEqualTo("422 note-too-long");
        assertThat(guest.attendee()
                        .put(move, body.formatted(guest.in(72), "ü".repeat(1000)))
                        .told())
                .isEqualTo("204");
    }

    @ParameterizedTest
    @CsvSource({
        "?limit=0",
        "?limit=101",
        "?limit=x",
        "?state=SCHEDULED",
        "?state=x",
        "?from=yesterday",
        "?to=2027-03-10",
        "?from=%2B12027-03-12T12:00:00Z",
        "?cursor=x",
        "?cursor=%00",
        "?cursor=!!"
    })
    void aListThatCannotBe(String query) {
        assertThat(guest.list(query).told()).isEqualTo("400 invalid-request");
    }

    @ParameterizedTest
    @CsvSource({"x", "2027-03-10T12:00:00Z~x", "x~5b7c2f0e-6f0b-4a53-9d2c-0e6c1f6f0a11", "+12027-03-12T12:00:00Z~x"})
    void aCursorThatWasNotGivenOut(String text) {
        var cursor = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        assertThat(guest.list("?cursor=" + cursor).told()).isEqualTo("400 invalid-request");
    }

    @ParameterizedTest
    @CsvSource({"x", "1-1-1-1-1", "5b7c2f0e-6f0b-4a53-9d2c-0e6c1f6f0a1", "5b7c2f0e6f0b4a539d2c0e6c1f6f0a11"})
    void whatIsNoUuid(String id) {
        assertThat(guest.attendee().get("/api/trainings/" + id).told()).isEqualTo("400 invalid-request");
        assertThat(guest.attendee().delete("/api/trainings/" + id).told()).isEqualTo("400 invalid-request");
        assertThat(guest.book(48, "", id).told()).isEqualTo("400 invalid-request");
    }

    @Test
    void aMoveThatCannotBe() {
        var move = guest.booked(48) + "/reschedule";
        assertThat(guest.attendee().put(move, "{}").told()).isEqualTo("400 invalid-request");
        assertThat(guest.attendee().put(move, guest.timeJson(-1)).told()).isEqualTo("422 past-hour");
        assertThat(guest.attendee().put(move, guest.timeJson(72)).told()).isEqualTo("409 hour-not-available");
        var late = guest.booked(23) + "/reschedule";
        assertThat(guest.attendee().put(late, guest.timeJson(72)).told()).isEqualTo("409 too-late-to-reschedule");
    }

    @Test
    void anotherMediaTypeAndABodyThatIsTooLarge() {
        var text = guest.attendee().with("Content-Type", "text/plain");
        assertThat(text.post("/api/trainings", "hello").told()).isEqualTo("415 unsupported-media-type");
        assertThat(guest.book(48, "a".repeat(70_000)).told()).isEqualTo("413 request-too-large");
    }
}
