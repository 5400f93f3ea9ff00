package workouts.trainings.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.Role;
import workouts.trainings.testing.Gym;
import workouts.trainings.testing.InMemoryDatabase;
import workouts.trainings.testing.InMemorySagas;
import workouts.trainings.testing.InMemoryTrainings;
import workouts.trainings.testing.Mishaps;
import workouts.trainings.testing.ProcessKilled;
import workouts.trainings.testing.SagasThatLoseACommit;
import workouts.trainings.testing.Stores;

/// What went wrong in the system that this one replaces, by the numbers of that list, as far as this service alone can
/// show it. Scenario 6 is [RandomWalkTest]; 13, 15 and 17 belong to other services.
final class RegressionScenariosTest {
    private final Gym gym = new Gym(Stores.inMemory());

    private static Outcome refused(Refusal refusal) {
        return new Outcome.Refused(refusal);
    }

    @Test
    void scenario01ANoteIsReadBackAsItWasBooked() {
        gym.open(48);
        gym.grant(1);
        gym.book(48, "Knees.", Optional.empty());
        assertThat(gym.everyTraining().getFirst().notes().text()).isEqualTo("Knees.");
    }

    @Test
    void scenario02WithoutACreditThereIsNoTrainingAndTheHourIsUntouched() {
        gym.open(48);
        assertThat(gym.book(48, "", Optional.empty())).isEqualTo(refused(Refusal.NOT_ENOUGH_CREDITS));
        assertThat(gym.told()).isEqualTo("trainings [], hours [], credits 0, set aside 0, spent 0");
        assertThat(gym.mishaps().steps()).as("the trainer was not asked").containsExactly("Book.HOLD_CREDIT");
    }

    @Test
    void scenario03ATakenHourCostsNothing() {
        gym.take(48);
        gym.grant(3);
        assertThat(gym.book(48, "", Optional.empty())).isEqualTo(refused(Refusal.HOUR_NOT_AVAILABLE));
        assertThat(gym.told()).isEqualTo("trainings [], hours [+48], credits 3, set aside 0, spent 0");
    }

    @Test
    void scenario04CancelingTenTimesWhileTheTrainerIsAwayCreditsOnce() {
        var training = gym.booked(48);
        gym.mishaps().plan("Cancel.RELEASE_HOUR", Mishaps.Kind.NO_ANSWER, 100_000);
        for (int time = 0; time < 10; time++) {
            assertThat(gym.cancel(training, Role.ATTENDEE)).isEqualTo(new Outcome.StillInProgress());
            assertThat(gym.credits().balance(gym.attendeeId())).isZero();
        }
        gym.mishaps().plan("", Mishaps.Kind.NO_ANSWER, 0);
        gym.recover();
        assertThat(gym.told()).isEqualTo("trainings [+48 canceled], hours [], credits 1, set aside 0, spent 1");
    }

    @Test
    void scenario05ATrainingThatHasBegunIsNotCanceled() {
        var training = gym.booked(48);
        gym.clock().advance(Duration.ofDays(2));
        assertThat(gym.cancel(training, Role.TRAINER)).isEqualTo(refused(Refusal.TRAINING_IN_THE_PAST));
        gym.clock().advance(Duration.ofDays(2));
        assertThat(gym.cancel(training, Role.TRAINER)).isEqualTo(refused(Refusal.TRAINING_IN_THE_PAST));
        assertThat(gym.told()).isEqualTo("trainings [+48], hours [+48], credits 0, set aside 0, spent 1");
    }

    @Test
    void scenario07AMoveThatIsKilledBetweenTheHoursHoldsOneInTheEnd() {
        var training = gym.booked(48);
        gym.open(72);
        gym.mishaps().plan("Move.RESERVE_NEW", Mishaps.Kind.KILLED_AFTER_COMMIT, 1);
        assertThatThrownBy(() -> gym.move(training, Role.ATTENDEE, 72)).isInstanceOf(ProcessKilled.class);
        assertThat(gym.hoursHeld()).hasSize(2);
        gym.recover();
        assertThat(gym.told()).startsWith("trainings [+72], hours [+72]");
    }

    @Test
    void scenario08ACanceledTrainingIsLeftAlone() {
        var training = gym.booked(48);
        gym.open(72);
        gym.propose(training, Role.TRAINER, 72);
        gym.cancel(training, Role.ATTENDEE);
        var before = gym.told();
        for (Role by : Role.values()) {
            assertThat(gym.cancel(training, by)).isEqualTo(refused(Refusal.ALREADY_CANCELED));
            assertThat(gym.move(training, by, 72)).isEqualTo(refused(Refusal.ALREADY_CANCELED));
            assertThat(gym.propose(training, by, 72)).isEqualTo(refused(Refusal.ALREADY_CANCELED));
            assertThat(gym.approve(training, by)).isEqualTo(refused(Refusal.ALREADY_CANCELED));
            assertThat(gym.reject(training, by)).isEqualTo(refused(Refusal.ALREADY_CANCELED));
        }
        assertThat(gym.told()).isEqualTo(before);
    }

    @Test
    void scenario09AMoveSettlesAnOpenProposal() {
        var training = gym.booked(48);
        gym.open(72, 96);
        gym.propose(training, Role.TRAINER, 96);
        gym.move(training, Role.ATTENDEE, 72);
        assertThat(gym.approve(training, Role.ATTENDEE)).isEqualTo(refused(Refusal.NO_RESCHEDULE_REQUESTED));
        assertThat(gym.told()).startsWith("trainings [+72], hours [+72]");
    }

    @Test
    void scenario10And18ACommitThatFailsIsReportedAndChangesTheBalanceOnce() {
        var database = new InMemoryDatabase();
        var sagas = new SagasThatLoseACommit(new InMemorySagas(database));
        var unlucky = new Gym(new Stores(new InMemoryTrainings(database), sagas));
        var training = unlucky.booked(48);
        for (String step : new String[] {"RELEASE_HOUR", "RETURN_CREDITS"}) {
            sagas.loseTheNextCommitAt(step);
        }
        assertThatThrownBy(() -> unlucky.cancel(training, Role.ATTENDEE))
                .isInstanceOf(SagasThatLoseACommit.CommitFailed.class);
        unlucky.recover();
        assertThat(unlucky.told()).isEqualTo("trainings [+48 canceled], hours [], credits 1, set aside 0, spent 1");
    }

    @Test
    void scenario11TheSameRequestTwiceWithOneKeyIsOneBooking() {
        gym.open(48);
        gym.grant(2);
        var key = Optional.of(UUID.randomUUID());
        assertThat(gym.book(48, "", key)).isEqualTo(gym.book(48, "", key));
        assertThat(gym.told()).isEqualTo("trainings [+48], hours [+48], credits 1, set aside 0, spent 1");
    }

    @Test
    void scenario12AThousandTwoByteCharactersAreANoteAndOneMoreIsNot() {
        gym.open(48, 72);
        gym.grant(1);
        assertThat(gym.book(48, "é".repeat(1001), Optional.empty())).isEqualTo(refused(Refusal.NOTE_TOO_LONG));
        assertThat(Gym.word(gym.book(48, "é".repeat(1000), Optional.empty()))).isEqualTo("Done");
        var training = gym.everyTraining().getFirst().id();
        assertThat(gym.move(training, Role.ATTENDEE, 72, Optional.of("é".repeat(1001))))
                .isEqualTo(refused(Refusal.NOTE_TOO_LONG));
        assertThat(Gym.word(gym.move(training, Role.ATTENDEE, 72, Optional.of("ü".repeat(1000)))))
                .isEqualTo("Done");
    }

    @Test
    void scenario14AnEmptyListIsAList() {
        // How it is written is the business of the HTTP port: TrainingsSpec.
        assertThat(gym.everyTraining()).isEmpty();
    }
}
