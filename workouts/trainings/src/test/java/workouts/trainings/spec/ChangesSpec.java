package workouts.trainings.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How callers say which version of a training they mean, and that they ask for something once more.
final class ChangesSpec {
    private static final String ANOTHER = "\"6e340b9c-ffb3-8a98-9ca5-44e6bb780a2c\"";
    private final Network network = Network.shared();
    private final Network.Guest guest = network.guest();

    private String etag(String place) {
        return guest.attendee().get(place).header("ETag").orElseThrow();
    }

    @Test
    void theEtagIsTheVersionWhereverATrainingIsShown() {
        guest.open(48).grant(1);
        var booked = guest.book(48, "knees");
        var etag = booked.header("ETag").orElseThrow();
        assertThat(etag).isEqualTo('"' + booked.json().path("version").asText() + '"');
        var place = booked.header("Location").orElseThrow();
        assertThat(etag(place)).isEqualTo(etag);
        assertThat(guest.trainer().get(place).header("ETag")).contains(etag);
        assertThat(guest.list("").json().at("/trainings/0/version"))
                .isEqualTo(booked.json().path("version"));
    }

    @Test
    void aTrainingIsShownAnewThoughItsVersionIsOld() {
        var place = guest.booked(48);
        var answer = guest.attendee().with("If-None-Match", etag(place)).get(place);
        assertThat(answer.told()).as("what depends on the clock may be another").isEqualTo("200");
    }

    @ParameterizedTest(name = "If-Match: {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            # the header    | the answer
            NOW              | 204
            *                | 204
            OTHER, NOW       | 204
            OTHER            | 412 changed-meanwhile
            W/NOW            | 412 changed-meanwhile
            ""               | 412 changed-meanwhile
            x                | 400 invalid-request
            NOW,             | 400 invalid-request
            NOW OTHER        | 400 invalid-request
            """)
    void aChangeNamesTheVersionsThatItIsMeantFor(String header, String told) {
        var place = guest.booked(48);
        var ifMatch = header.replace("NOW", etag(place)).replace("OTHER", ANOTHER);
        assertThat(guest.attendee().with("If-Match", ifMatch).delete(place).told())
                .isEqualTo(told);
    }

    @Test
    void nobodyApprovesATimeThatWasNotShown() {
        var place = guest.booked(23);
        guest.open(72, 73);
        guest.trainer().put(place + "/request-reschedule", guest.timeJson(72));
        var shown = etag(place);
        guest.trainer().put(place + "/request-reschedule", guest.timeJson(73));
        for (var change : new String[] {"/approve-reschedule", "/reject-reschedule"}) {
            assertThat(guest.attendee()
                            .with("If-Match", shown)
                            .put(place + change)
                            .told())
                    .isEqualTo("412 changed-meanwhile");
        }
        for (var change : new String[] {"/reschedule", "/request-reschedule"}) {
            assertThat(guest.attendee()
                            .with("If-Match", shown)
                            .put(place + change, guest.timeJson(72))
                            .told())
                    .isEqualTo("412 changed-meanwhile");
        }
        assertThat(guest.attendee()
                        .with("If-Match", etag(place))
                        .put(place + "/approve-reschedule")
                        .told())
                .isEqualTo("204");
        assertThat(network.neighbours.hours.held(guest.trainerId())).containsExactly(guest.in(73));
    }

    @Test
    void aChangeUnderAKeyIsMadeOnce() {
        var place = guest.booked(23);
        guest.open(72, 73);
        guest.trainer().put(place + "/request-reschedule", guest.timeJson(72));
        var api = guest.attendee()
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .with("If-Match", etag(place));
        assertThat(api.put(place + "/approve-reschedule").told()).isEqualTo("204");
        assertThat(api.put(place + "/approve-reschedule").told()).isEqualTo("204");

        var again = guest.attendee().with("Idempotency-Key", UUID.randomUUID().toString());
        assertThat(again.put(place + "/reschedule", guest.timeJson(73)).told()).isEqualTo("204");
        assertThat(again.put(place + "/reschedule", guest.timeJson(73)).told()).isEqualTo("204");
        assertThat(again.put(place + "/reschedule", guest.timeJson(72)).told()).isEqualTo("422 idempotency-key-reused");
        assertThat(again.delete(place).told()).isEqualTo("204");
        assertThat(again.delete(place).told()).isEqualTo("204");
        assertThat(guest.balance()).isEqualTo(1);
        assertThat(again.with("Idempotency-Key", "x").delete(place).told()).isEqualTo("400 invalid-request");
    }
}
