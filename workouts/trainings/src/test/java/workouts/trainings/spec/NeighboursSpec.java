package workouts.trainings.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workouts.trainings.spec.DoubledNeighbours.Manner;

/// What callers see when a neighbour refuses, fails or is away. Has a service of its own, for its neighbours misbehave.
final class NeighboursSpec {
    private static Network network = Network.shared();
    private final Network.Guest guest = network.guest();

    @BeforeAll
    static void start() {
        network = Network.fresh();
    }

    @AfterAll
    static void stop() {
        network.service.close();
        network.neighbours.stop();
    }

    @AfterEach
    void behave() {
        network.neighbours.behave();
        network.recover();
    }

    @ParameterizedTest(name = "{0} refuses with {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # the method     | its slug               | the answer
            HoldCredits      | not-enough-credits     | 409 not-enough-credits
            ScheduleTraining | hour-not-available     | 409 hour-not-available
            ScheduleTraining | too-distant            | 422 too-distant
            ScheduleTraining | outside-working-hours  | 422 outside-working-hours
            ScheduleTraining | a-slug-of-tomorrow     | 500 internal-server-error
            """)
    void aRefusalIsHandedOnAndNothingIsLeftBehind(String method, String slug, String told) {
        guest.open(48).grant(1);
        network.neighbours.refuse(method, slug);
        assertThat(guest.book(48, "").told()).isEqualTo(told);
        assertThat(guest.list("").json().path("trainings")).isEmpty();
        assertThat(network.neighbours.hours.held(guest.trainerId())).isEmpty();
        assertThat(guest.balance()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "HoldCredits, AWAY", "HoldCredits, LOSES_THE_ANSWER", "HoldCredits, FAILS",
        "ScheduleTraining, AWAY", "ScheduleTraining, LOSES_THE_ANSWER", "ScheduleTraining, FAILS",
        "CaptureCredits, AWAY", "CaptureCredits, LOSES_THE_ANSWER", "CaptureCredits, FAILS"
    })
    void aBookingGoesOnByItselfAndItsKeyTellsTheEnd(String method, Manner manner) {
        guest.open(48).grant(1);
        var key = UUID.randomUUID().toString();
        var body = guest.bookingJson(48, "");
        network.neighbours.misbehave(method, manner);
        var api = guest.attendee().with("Idempotency-Key", key);
        var first = api.post("/api/trainings", body);
        assertThat(first.told()).isEqualTo("503 still-in-progress");
        assertThat(first.header("Retry-After")).isPresent();
        network.neighbours.behave();
        network.recover();
        assertThat(api.post("/api/trainings", body).told()).isEqualTo("201");
        assertThat(api.post("/api/trainings", body).told()).isEqualTo("201");
        assertThat(guest.balance()).isZero();
        assertThat(guest.list("").json().path("trainings")).hasSize(1);
    }

    @Test
    void aKeyStandsForOneBooking() {
        guest.open(48, 49).grant(5);
        var key = UUID.randomUUID().toString();
        var first = guest.book(48, "knees", key);
        assertThat(guest.book(48, "knees", key).body()).isEqualTo(first.body());
        assertThat(guest.book(49, "knees", key).told()).isEqualTo("422 idempotency-key-reused");
        assertThat(guest.balance()).isEqualTo(4);
    }

    @Test
    void aCancellationGoesOnByItself() {
        var place = guest.booked(48);
        network.neighbours.misbehave("CancelTraining", Manner.AWAY);
        assertThat(guest.attendee().delete(place).told()).isEqualTo("503 still-in-progress");
        var under = guest.attendee().get(place).json();
        assertThat(under.path("canceled").asBoolean()).isTrue();
        assertThat(under.path("changeInProgress").asBoolean()).isTrue();
        assertThat(guest.balance()).isZero();
        network.neighbours.behave();
        network.clock.advance(Duration.ofMinutes(1));
        assertThat(guest.attendee().delete(place).told()).isEqualTo("204");
        assertThat(guest.balance()).isEqualTo(1);
        assertThat(guest.attendee().delete(place).told()).isEqualTo("409 already-canceled");
        assertThat(guest.balance()).isEqualTo(1);
    }

    @Test
    void anotherChangeHasToWait() {
        var place = guest.booked(48);
        guest.open(72);
        network.neighbours.misbehave("ScheduleTraining", Manner.AWAY);
        assertThat(guest.attendee()
                        .put(place + "/reschedule", guest.timeJson(72))
                        .told())
                .isEqualTo("503 still-in-progress");
        assertThat(guest.trainer().delete(place).told()).isEqualTo("409 change-in-progress");
        network.neighbours.behave();
        network.recover();
        assertThat(guest.trainer().delete(place).told()).isEqualTo("204");
        assertThat(network.neighbours.hours.held(guest.trainerId())).isEmpty();
    }

    @Test
    void aTrainingThatHasBegunIsLeftAlone() {
        var place = guest.booked(1);
        network.clock.advance(Duration.ofHours(1));
        assertThat(guest.trainer().delete(place).told()).isEqualTo("409 training-in-the-past");
        assertThat(guest.trainer()
                        .put(place + "/reschedule", guest.timeJson(72))
                        .told())
                .isEqualTo("409 training-in-the-past");
        assertThat(guest.trainer()
                        .put(place + "/request-reschedule", guest.timeJson(72))
                        .told())
                .isEqualTo("409 training-in-the-past");
        assertThat(guest.balance()).isZero();
        assertThat(guest.list("").json().path("trainings")).hasSize(1);
        network.clock.advance(Duration.ofHours(25));
        assertThat(guest.list("").json().path("trainings")).isEmpty();
        assertThat(guest.list("?from=2027-01-01T00:00:00Z").json().path("trainings"))
                .hasSize(1);
    }
}
