package workouts.trainings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.Role;
import workouts.trainings.domain.training.TrainingId;
import workouts.trainings.domain.training.Version;
import workouts.trainings.testing.Gym;
import workouts.trainings.testing.Mishaps;
import workouts.trainings.testing.Stores;

/// A change is made to the training that its caller has seen, or not at all.
final class ChangesAsSeenTest {
    private static final Outcome CHANGED = new Outcome.Refused(Refusal.CHANGED_MEANWHILE);
    private final Gym gym = new Gym(Stores.inMemory());

    private Subject seen(TrainingId training, Role by, Version... versions) {
        return new Subject(training, gym.by(by), Optional.of(Set.of(versions)), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"cancel", "move", "propose", "approve", "reject"})
    void whatTheOtherSideHasChangedMeanwhileIsLookedAtFirst(String act) {
        var training = gym.booked(48);
        gym.open(72, 73);
        gym.propose(training, Role.TRAINER, 72);
        var old = gym.training(training).version();
        gym.propose(training, Role.TRAINER, 73);
        var before = gym.told();

        assertThat(gym.act(act, seen(training, Role.ATTENDEE, old), 73)).isEqualTo(CHANGED);
        assertThat(gym.act(act, seen(training, Role.ATTENDEE), 73)).isEqualTo(CHANGED);
        assertThat(gym.told()).isEqualTo(before);

        var now = gym.training(training).version();
        assertThat(gym.act(act, seen(training, Role.ATTENDEE, old, now), 73)).isEqualTo(new Outcome.Done(training));
    }

    @Test
    void whoMayNotSeeATrainingLearnsNothingOfItsVersion() {
        var training = gym.another().booked(48);
        assertThat(gym.cancel(seen(training, Role.ATTENDEE, new Version("x"))))
                .isEqualTo(new Outcome.Refused(Refusal.TRAINING_NOT_FOUND));
    }

    @Test
    void theVersionComesBeforeEveryRule() {
        var training = gym.booked(48);
        var old = gym.training(training).version();
        gym.cancel(training, Role.TRAINER);
        assertThat(gym.cancel(seen(training, Role.ATTENDEE, old))).isEqualTo(CHANGED);
    }

    @Test
    void aCancellationThatIsUnderWayIsWaitedForByItsOwnRepeat() {
        var training = gym.booked(48);
        var subject = seen(training, Role.ATTENDEE, gym.training(training).version());
        gym.mishaps().plan("Cancel.RELEASE_HOUR", Mishaps.Kind.NO_ANSWER, 1000);
        assertThat(gym.cancel(subject)).isEqualTo(new Outcome.StillInProgress());
        assertThat(gym.cancel(subject)).isEqualTo(new Outcome.StillInProgress());
        gym.mishaps().plan("", Mishaps.Kind.NO_ANSWER, 0);
        gym.clock().advance(Duration.ofMinutes(1));
        assertThat(gym.cancel(subject)).isEqualTo(new Outcome.Done(training));
        assertThat(gym.cancel(subject)).as("it is another version by now").isEqualTo(CHANGED);
    }
}
