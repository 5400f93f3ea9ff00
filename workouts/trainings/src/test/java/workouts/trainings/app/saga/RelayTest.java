package workouts.trainings.app.saga;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workouts.trainings.app.command.Outcome;
import workouts.trainings.domain.saga.Cancel;
import workouts.trainings.domain.saga.Saga.Answer;
import workouts.trainings.domain.training.ChangeId;
import workouts.trainings.domain.training.CreditReturn;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.Reservation;
import workouts.trainings.domain.training.Role;
import workouts.trainings.domain.training.TrainingId;
import workouts.trainings.testing.Gym;
import workouts.trainings.testing.Mishaps;
import workouts.trainings.testing.Stores;

/// What is left behind and who takes it up.
final class RelayTest {
    private final Gym gym = new Gym(Stores.inMemory());

    private TrainingId leftBehind(int hour) {
        var training = gym.booked(hour);
        gym.mishaps().plan("Cancel.RELEASE_HOUR", Mishaps.Kind.NO_ANSWER, 1000);
        assertThat(gym.cancel(training, Role.ATTENDEE)).isInstanceOf(Outcome.StillInProgress.class);
        gym.mishaps().plan("", Mishaps.Kind.NO_ANSWER, 0);
        return training;
    }

    @Test
    void takesABatchOfAtMostSoManyAtATime() {
        for (int hour = 41; hour <= 44; hour++) {
            leftBehind(hour);
        }
        gym.clock().advance(Duration.ofMinutes(1));
        assertThat(gym.relay().runOnce()).as("the limit of this relay").isEqualTo(3);
        assertThat(gym.relay().runOnce()).isEqualTo(1);
        assertThat(gym.relay().runOnce()).isZero();
        assertThat(gym.stores().sagas().owed()).isZero();
    }

    @Test
    void leavesAloneWhatIsNotDue() {
        leftBehind(48);
        assertThat(gym.relay().runOnce()).isZero();
    }

    @ParameterizedTest(name = "after attempt {0}: {1}")
    @CsvSource({
        "0, PT0.1S",
        "1, PT0.1S",
        "2, PT0.2S",
        "3, PT0.4S",
        "9, PT25.6S",
        "10, PT30S",
        "21, PT30S",
        "2147483647, PT30S"
    })
    void asksAgainMoreAndMoreSeldom(int attempt, Duration delay) {
        var pace = new SagaPace(
                Duration.ofSeconds(10),
                Duration.ofMillis(100),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                Duration.ofMillis(50));
        assertThat(pace.delayAfter(attempt)).isEqualTo(delay);
        assertThat(pace.pausesMax()).isEqualTo(100);
    }

    @Test
    void keepsOwingWhatWasRefusedWhereNoRefusalIsPossible() {
        var stores = Stores.inMemory();
        var stubborn = new Gym(stores);
        var training = stubborn.booked(48);
        var hours = new HoursThatNobodyMayLeave(stubborn.hours());
        var driver = driver(stubborn, hours);
        var saga = Cancel.of(
                new ChangeId(UUID.randomUUID()),
                training,
                stubborn.attendeeId(),
                stubborn.training(training).hour(),
                new CreditReturn(1, 0));
        driver.begin(saga);
        assertThat(driver.drive(saga.id())).isEqualTo(new Standing.Underway());
        assertThat(stores.sagas().owed()).isEqualTo(1);
        hours.relent();
        stubborn.clock().advance(Duration.ofMinutes(1));
        assertThat(driver.drive(saga.id())).isEqualTo(new Standing.Done());
        assertThat(stubborn.hoursHeld()).isEmpty();
    }

    /// Refuses to end a reservation, which no trainer service may.
    private static final class HoursThatNobodyMayLeave implements Hours {
        private final Hours hours;
        private boolean relented;

        HoursThatNobodyMayLeave(Hours hours) {
            this.hours = hours;
        }

        void relent() {
            relented = true;
        }

        @Override
        public Answer reserve(TrainingId booking, Reservation hour) {
            return hours.reserve(booking, hour);
        }

        @Override
        public Answer release(TrainingId booking, Reservation hour) {
            return relented ? hours.release(booking, hour) : new Answer.Refused(Refusal.REFUSED);
        }
    }

    private static SagaDriver driver(Gym gym, Hours hours) {
        var pace = new SagaPace(
                Duration.ofSeconds(10),
                Duration.ofMillis(100),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                Duration.ofMillis(500));
        return new SagaDriver(
                gym.stores().sagas(),
                gym.stores().trainings(),
                new Neighbours(hours, gym.credits()),
                pace,
                new SagaDriver.Waiting(gym.clock(), gym.clock()::advance, (saga, moment) -> {}));
    }

    @Test
    void itsThreadFinishesWhatIsDueAndEndsWhenItIsClosed() throws InterruptedException {
        leftBehind(48);
        gym.clock().advance(Duration.ofMinutes(1));
        var released = new CountDownLatch(1);
        var driver = driver(gym, new HoursThatTell(gym.hours(), released));
        var settings = new Relay.Settings(Duration.ofMillis(1), 3, Duration.ofSeconds(10), Duration.ofMinutes(1));
        try (var relay = new Relay(gym.stores().sagas(), driver, settings, gym.clock())) {
            relay.start();
            assertThat(released.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(gym.stores().sagas().owed())
                .as("closing waits for the batch")
                .isZero();
    }

    private record HoursThatTell(Hours hours, CountDownLatch released) implements Hours {
        @Override
        public Answer reserve(TrainingId booking, Reservation hour) {
            return hours.reserve(booking, hour);
        }

        @Override
        public Answer release(TrainingId booking, Reservation hour) {
            var answer = hours.release(booking, hour);
            released.countDown();
            return answer;
        }
    }

    @Test
    void aRelayThatWasNeverStartedIsClosedAtOnce() {
        var settings = new Relay.Settings(Duration.ofMillis(1), 3, Duration.ofSeconds(10), Duration.ofSeconds(5));
        var relay = new Relay(gym.stores().sagas(), driver(gym, gym.hours()), settings, gym.clock());
        relay.close();
        assertThat(gym.book(48, "", Optional.empty())).isInstanceOf(Outcome.Refused.class);
    }
}
