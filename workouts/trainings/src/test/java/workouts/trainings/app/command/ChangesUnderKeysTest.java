package workouts.trainings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.Role;
import workouts.trainings.domain.training.TrainingId;
import workouts.trainings.testing.Gym;
import workouts.trainings.testing.Mishaps;
import workouts.trainings.testing.OvertakenTrainings;
import workouts.trainings.testing.ProcessKilled;
import workouts.trainings.testing.Stores;

/// A change that comes under a key is made once, and every repeat is answered like the first.
final class ChangesUnderKeysTest {
    private static final String ACTS = """
            # act   | the gym afterwards
            cancel  | trainings [+48 canceled], hours [], credits 1
            move    | trainings [+72], hours [+72], credits 0
            approve | trainings [+72], hours [+72], credits 0
            """;

    private final Stores stores = Stores.inMemory();
    private final OvertakenTrainings trainings = new OvertakenTrainings(stores.trainings());
    private final Gym gym = new Gym(new Stores(trainings, stores.sagas()));
    private final UUID key = UUID.randomUUID();

    private Subject keyed(TrainingId training, Role by) {
        var seen = Set.of(gym.training(training).version());
        return new Subject(training, gym.by(by), Optional.of(seen), Optional.of(key));
    }

    private Outcome act(String act, Subject subject) {
        return gym.act(act, subject, 72);
    }

    /// A training that each of the acts can be done to.
    private TrainingId training() {
        var training = gym.booked(48);
        gym.open(72);
        gym.propose(training, Role.TRAINER, 72);
        return training;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = ACTS)
    void aRepeatIsAnsweredLikeTheFirstWhateverHasBecomeOfTheTraining(String act, String after) {
        var training = training();
        var subject = keyed(training, Role.ATTENDEE);
        assertThat(act(act, subject)).isEqualTo(new Outcome.Done(training));
        assertThat(act(act, subject)).isEqualTo(new Outcome.Done(training));
        assertThat(gym.told()).startsWith(after);
        gym.cancel(training, Role.TRAINER);
        gym.clock().advance(Duration.ofDays(4));
        assertThat(act(act, subject)).isEqualTo(new Outcome.Done(training));
    }

    @ParameterizedTest
    @CsvSource({"move", "approve"})
    void aRefusalIsTheKeysAnswerForEver(String act) {
        var training = gym.booked(48);
        gym.propose(training, Role.TRAINER, 72);
        var subject = keyed(training, Role.ATTENDEE);
        assertThat(act(act, subject)).isEqualTo(new Outcome.Refused(Refusal.HOUR_NOT_AVAILABLE));
        gym.open(72);
        assertThat(act(act, subject)).isEqualTo(new Outcome.Refused(Refusal.HOUR_NOT_AVAILABLE));
        assertThat(gym.told()).startsWith("trainings [+48 proposed +72], hours [+48]");
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({
        "cancel, Cancel.RELEASE_HOUR",
        "cancel, Cancel.RETURN_CREDITS",
        "move, Move.RESERVE_NEW",
        "move, Move.RELEASE_OLD",
        "approve, Move.RESERVE_NEW",
        "approve, Move.RELEASE_OLD"
    })
    void aRepeatTellsHowItEndedWhatWasAnsweredTooEarly(String act, String step) {
        var training = training();
        var subject = keyed(training, Role.ATTENDEE);
        gym.mishaps().plan(step, Mishaps.Kind.NO_ANSWER, 1000);
        assertThat(act(act, subject)).isEqualTo(new Outcome.StillInProgress());
        assertThat(act(act, subject)).isEqualTo(new Outcome.StillInProgress());
        gym.mishaps().plan("", Mishaps.Kind.NO_ANSWER, 0);
        gym.recover();
        assertThat(act(act, subject)).isEqualTo(new Outcome.Done(training));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({"cancel, Cancel.RELEASE_HOUR", "move, Move.RELEASE_OLD", "approve, Move.RESERVE_NEW"})
    void aRepeatFinishesWhatAKilledProcessLeftBehind(String act, String step) {
        var training = training();
        var subject = keyed(training, Role.ATTENDEE);
        gym.mishaps().plan(step, Mishaps.Kind.KILLED_BEFORE_CALL, 1);
        try {
            act(act, subject);
            throw new AssertionError("not killed");
        } catch (ProcessKilled killed) {
            gym.clock().advance(Duration.ofMinutes(1));
        }
        assertThat(act(act, subject)).isEqualTo(new Outcome.Done(training));
        assertThat(gym.stores().sagas().owed()).isZero();
    }

    @Test
    void whatARuleRefusesSpendsNoKey() {
        var training = gym.booked(23);
        gym.open(72);
        var subject = keyed(training, Role.ATTENDEE);
        assertThat(act("approve", subject)).isEqualTo(new Outcome.Refused(Refusal.NO_RESCHEDULE_REQUESTED));
        gym.propose(training, Role.TRAINER, 72);
        assertThat(act("approve", subject)).isEqualTo(new Outcome.Refused(Refusal.CHANGED_MEANWHILE));
        assertThat(act("approve", keyed(training, Role.ATTENDEE))).isEqualTo(new Outcome.Done(training));
    }

    @Test
    void aKeyStandsForOneMove() {
        var training = training();
        var subject = keyed(training, Role.ATTENDEE);
        act("move", subject);
        gym.open(73);
        var reused = new Outcome.Refused(Refusal.IDEMPOTENCY_KEY_REUSED);
        assertThat(gym.move(subject, 73, Optional.empty())).isEqualTo(reused);
        assertThat(gym.move(subject, 72, Optional.of("Knees."))).isEqualTo(reused);
        assertThat(gym.told()).startsWith("trainings [+72], hours [+72]");
    }

    @Test
    void anotherActAnotherTrainingAndAnotherPersonAreAnotherMatter() {
        var training = training();
        assertThat(act("approve", keyed(training, Role.ATTENDEE))).isEqualTo(new Outcome.Done(training));
        var other = gym.booked(49);
        assertThat(act("cancel", keyed(other, Role.ATTENDEE))).isEqualTo(new Outcome.Done(other));
        assertThat(act("cancel", keyed(training, Role.TRAINER))).isEqualTo(new Outcome.Done(training));
        assertThat(act("cancel", keyed(training, Role.ATTENDEE)))
                .isEqualTo(new Outcome.Refused(Refusal.ALREADY_CANCELED));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = ACTS)
    void whomItsOwnRepeatOvertakesIsAnsweredLikeIt(String act, String after) {
        var training = training();
        var subject = new Subject(training, gym.by(Role.ATTENDEE), Optional.empty(), Optional.of(key));
        trainings.beforeTheNextUpdate(() -> assertThat(act(act, subject)).isEqualTo(new Outcome.Done(training)));
        assertThat(act(act, subject)).isEqualTo(new Outcome.Done(training));
        assertThat(gym.told()).startsWith(after);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = ACTS)
    void theSameKeyAtTheSameMomentIsOneChange(String act, String after) throws Exception {
        var training = training();
        var subject = keyed(training, Role.ATTENDEE);
        var answers = new ArrayList<Outcome>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Outcome> once = () -> act(act, subject);
            for (var answer :
                    threads.invokeAll(Stream.generate(() -> once).limit(20).toList())) {
                answers.add(answer.get());
            }
        }
        // Who waits for somebody else turns the clock, so that some give up; nobody is told anything wrong.
        assertThat(answers).allMatch(it -> !(it instanceof Outcome.Refused));
        gym.recover();
        assertThat(act(act, subject)).isEqualTo(new Outcome.Done(training));
        assertThat(gym.told()).startsWith(after);
    }
}
