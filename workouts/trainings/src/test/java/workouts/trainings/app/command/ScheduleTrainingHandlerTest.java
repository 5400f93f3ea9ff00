package workouts.trainings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.testing.Gym;
import workouts.trainings.testing.Mishaps;
import workouts.trainings.testing.Stores;

final class ScheduleTrainingHandlerTest {
    private final Gym gym = new Gym(Stores.inMemory());
    private final Optional<UUID> key = Optional.of(UUID.randomUUID());

    private static Outcome refused(Refusal refusal) {
        return new Outcome.Refused(refusal);
    }

    @Test
    void aBookedTrainingHasItsNotes() {
        gym.open(48);
        gym.grant(1);
        assertThat(gym.book(48, "Knees.", Optional.empty())).isInstanceOfSatisfying(Outcome.Done.class, done -> {
            assertThat(gym.training(done.training()).notes().text()).isEqualTo("Knees.");
            assertThat(gym.training(done.training()).change()).isEmpty();
        });
    }

    @Test
    void whatBreaksARuleBeginsNothing() {
        gym.open(48);
        gym.grant(1);
        assertThat(gym.book(48, "a".repeat(1001), key)).isEqualTo(refused(Refusal.NOTE_TOO_LONG));
        assertThat(gym.book(0, "", key)).isEqualTo(refused(Refusal.PAST_HOUR));
        assertThat(gym.book(-1, "", key)).isEqualTo(refused(Refusal.PAST_HOUR));
        gym.clock().advance(Duration.ofMinutes(30));
        assertThat(gym.book(0, "", key)).isEqualTo(refused(Refusal.PAST_HOUR));
        assertThat(gym.mishaps().steps()).isEmpty();
        assertThat(Gym.word(gym.book(48, "", key))).as("the key is not spent").isEqualTo("Done");
    }

    @Test
    void theSameKeyBooksOnce() {
        gym.open(48);
        gym.grant(5);
        var first = gym.book(48, "", key);
        assertThat(gym.book(48, "", key)).isEqualTo(first);
        assertThat(gym.told()).isEqualTo("trainings [+48], hours [+48], credits 4, set aside 0, spent 1");
    }

    @Test
    void theSameKeyForAnotherRequestIsRefused() {
        gym.open(48, 49);
        gym.grant(5);
        gym.book(48, "", key);
        assertThat(gym.book(49, "", key)).isEqualTo(refused(Refusal.IDEMPOTENCY_KEY_REUSED));
        assertThat(gym.book(48, "Knees.", key)).isEqualTo(refused(Refusal.IDEMPOTENCY_KEY_REUSED));
        assertThat(gym.told()).isEqualTo("trainings [+48], hours [+48], credits 4, set aside 0, spent 1");
    }

    @Test
    void twoAttendeesMayChooseTheSameKey() {
        var other = gym.another();
        gym.open(48, 49);
        gym.grant(1);
        other.grant(1);
        assertThat(Gym.word(gym.book(48, "", key))).isEqualTo("Done");
        assertThat(Gym.word(other.book(49, "", key))).isEqualTo("Done");
    }

    @Test
    void withoutAKeyEachRequestIsABookingOfItsOwn() {
        gym.open(48);
        gym.grant(5);
        gym.book(48, "", Optional.empty());
        assertThat(gym.book(48, "", Optional.empty())).isEqualTo(refused(Refusal.HOUR_NOT_AVAILABLE));
    }

    @Test
    void aRefusalIsTheKeysAnswerForEver() {
        gym.open(48);
        assertThat(gym.book(48, "", key)).isEqualTo(refused(Refusal.NOT_ENOUGH_CREDITS));
        gym.grant(1);
        assertThat(gym.book(48, "", key)).isEqualTo(refused(Refusal.NOT_ENOUGH_CREDITS));
    }

    @Test
    void whatWasBookedStaysBookedWhenItsHourHasPassed() {
        gym.open(48);
        gym.grant(1);
        var first = gym.book(48, "", key);
        gym.clock().advance(Duration.ofDays(3));
        assertThat(gym.book(48, "", key)).isEqualTo(first);
    }

    @Test
    void theSameKeyAtTheSameMomentBooksOnce() throws Exception {
        gym.open(48);
        gym.grant(20);
        var answers = new ArrayList<Outcome>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Outcome> book = () -> gym.book(48, "", key);
            for (var answer :
                    threads.invokeAll(Stream.generate(() -> book).limit(20).toList())) {
                answers.add(answer.get());
            }
        }
        // Who waits for somebody else turns the clock, so that some give up; nobody is told anything wrong.
        assertThat(answers).allMatch(it -> !(it instanceof Outcome.Refused));
        gym.recover();
        assertThat(gym.told()).isEqualTo("trainings [+48], hours [+48], credits 19, set aside 0, spent 1");
    }

    @Test
    void twentyBookingsWithFiveCreditsAreFive() throws Exception {
        for (int hour = 1; hour <= 20; hour++) {
            gym.open(hour);
        }
        gym.grant(5);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var bookings = Stream.iterate(1, it -> it + 1)
                    .limit(20)
                    .map(hour -> (Callable<Outcome>) () -> gym.book(hour, "", Optional.empty()))
                    .toList();
            for (var booking : threads.invokeAll(bookings)) {
                booking.get();
            }
        }
        gym.recover();
        assertThat(gym.everyTraining()).hasSize(5);
        assertThat(gym.hoursHeld()).hasSize(5);
        assertThat(gym.credits().balance(gym.attendeeId())).isZero();
        assertThat(gym.credits().spent(gym.attendeeId())).isEqualTo(5);
    }

    @Test
    void aNeighbourThatIsAwayDelaysTheAnswerAndTheKeyTellsItLater() {
        gym.open(48);
        gym.grant(1);
        gym.mishaps().plan("Book.RESERVE_HOUR", Mishaps.Kind.NO_ANSWER, 1000);
        assertThat(gym.book(48, "", key)).isEqualTo(new Outcome.StillInProgress());
        assertThat(gym.everyTraining())
                .as("nothing is to be seen before it is sure")
                .isEmpty();
        assertThat(gym.book(48, "", key)).isEqualTo(new Outcome.StillInProgress());
        gym.mishaps().plan("", Mishaps.Kind.NO_ANSWER, 0);
        gym.recover();
        assertThat(Gym.word(gym.book(48, "", key))).isEqualTo("Done");
        assertThat(gym.told()).isEqualTo("trainings [+48], hours [+48], credits 0, set aside 0, spent 1");
    }

    @Test
    void aNameForAKeyIsAlwaysTheSame() {
        var attendee = UUID.fromString("00000000-0000-0000-0000-000000000001");
        var chosen = UUID.fromString("00000000-0000-0000-0000-000000000002");
        var id = BookingIds.of(attendee, chosen);
        // Written down when it was first made: changing it would book again what was booked before.
        assertThat(id)
                .hasToString("7343d4dc-79e3-8f0e-b475-2cce6fb91cf9")
                .isNotEqualTo(BookingIds.of(chosen, attendee));
    }
}
