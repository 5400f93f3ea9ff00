package workouts.trainings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.Role;
import workouts.trainings.domain.training.TrainingId;
import workouts.trainings.testing.Gym;
import workouts.trainings.testing.Mishaps;
import workouts.trainings.testing.ProcessKilled;
import workouts.trainings.testing.Stores;

/// Cancel, move, propose, approve and reject, alone and one upon the other.
final class ChangesTest {
    private final Gym gym = new Gym(Stores.inMemory());

    private static Outcome refused(Refusal refusal) {
        return new Outcome.Refused(refusal);
    }

    private Outcome act(String act, TrainingId training, Role by) {
        return gym.act(act, Subject.of(training, gym.by(by)), 72);
    }

    @ParameterizedTest(name = "{1} {0}s a training that begins in {2} hours: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # act   | by       | begins in | the gym afterwards
            cancel  | ATTENDEE | 24        | trainings [+24 canceled], hours [], credits 1
            cancel  | ATTENDEE | 23        | trainings [+23 canceled], hours [], credits 0
            cancel  | TRAINER  | 24        | trainings [+24 canceled], hours [], credits 1
            cancel  | TRAINER  | 23        | trainings [+23 canceled], hours [], credits 2
            move    | ATTENDEE | 24        | trainings [+72], hours [+72], credits 0
            move    | TRAINER  | 24        | trainings [+72], hours [+72], credits 0
            propose | ATTENDEE | 23        | trainings [+23 proposed +72], hours [+23], credits 0
            propose | TRAINER  | 1         | trainings [+1 proposed +72], hours [+1], credits 0
            """)
    void eachActDoesWhatItSays(String act, Role by, int begins, String after) {
        var training = gym.booked(begins);
        gym.open(72);
        assertThat(act(act, training, by)).isEqualTo(new Outcome.Done(training));
        assertThat(gym.told()).startsWith(after);
        assertThat(gym.stores().sagas().owed()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"cancel", "move", "propose", "approve", "reject"})
    void aStrangerFindsNoTrainingToChange(String act) {
        var training = gym.another().booked(48);
        assertThat(act(act, training, Role.ATTENDEE)).isEqualTo(refused(Refusal.TRAINING_NOT_FOUND));
        assertThat(act(act, new TrainingId(UUID.randomUUID()), Role.TRAINER))
                .isEqualTo(refused(Refusal.TRAINING_NOT_FOUND));
    }

    @Test
    void notesComeWithAMoveAndWithAProposal() {
        var training = gym.booked(48);
        gym.open(72);
        gym.propose(training, Role.TRAINER, 73, Optional.of("First."));
        assertThat(gym.training(training).notes().text()).isEqualTo("First.");
        gym.move(training, Role.ATTENDEE, 72);
        assertThat(gym.training(training).notes().text()).isEqualTo("First.");
        gym.open(74);
        gym.move(training, Role.ATTENDEE, 74, Optional.of(""));
        assertThat(gym.training(training).notes().text()).isEmpty();
    }

    @Test
    void notesThatAreTooLongChangeNothing() {
        var training = gym.booked(48);
        gym.open(72);
        var tooLong = Optional.of("é".repeat(1001));
        assertThat(gym.move(training, Role.ATTENDEE, 72, tooLong)).isEqualTo(refused(Refusal.NOTE_TOO_LONG));
        assertThat(gym.propose(training, Role.ATTENDEE, 72, tooLong)).isEqualTo(refused(Refusal.NOTE_TOO_LONG));
        assertThat(gym.told()).startsWith("trainings [+48], hours [+48]");
    }

    @Test
    void notesOfAMoveThatIsRefusedAreNotKept() {
        var training = gym.booked(48);
        gym.take(72);
        assertThat(gym.move(training, Role.ATTENDEE, 72, Optional.of("New.")))
                .isEqualTo(refused(Refusal.HOUR_NOT_AVAILABLE));
        assertThat(gym.training(training).notes().text()).isEmpty();
    }

    @Test
    void aMoveToItsOwnHourIsRefusedForTheHourIsTaken() {
        var training = gym.booked(48);
        assertThat(gym.move(training, Role.ATTENDEE, 48)).isEqualTo(refused(Refusal.HOUR_NOT_AVAILABLE));
        assertThat(gym.told()).startsWith("trainings [+48], hours [+48]");
    }

    @Test
    void aProposalIsApprovedByTheOtherSideOnly() {
        var training = gym.booked(23);
        gym.open(72);
        gym.propose(training, Role.TRAINER, 72);
        assertThat(gym.approve(training, Role.TRAINER)).isEqualTo(refused(Refusal.OWN_PROPOSAL));
        assertThat(Gym.word(gym.approve(training, Role.ATTENDEE))).isEqualTo("Done");
        assertThat(gym.told()).startsWith("trainings [+72], hours [+72]");
        assertThat(gym.approve(training, Role.ATTENDEE)).isEqualTo(refused(Refusal.NO_RESCHEDULE_REQUESTED));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aProposalIsRejectedByEitherSide(Role by) {
        var training = gym.booked(23);
        gym.propose(training, Role.TRAINER, 72);
        assertThat(Gym.word(gym.reject(training, by))).isEqualTo("Done");
        assertThat(gym.told()).startsWith("trainings [+23], hours [+23]");
    }

    @ParameterizedTest(name = "killed while {0}ing at {1}, then: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # under way | left behind at         | the next act | its answer              | the gym afterwards
            book        | Book.CAPTURE_CREDIT    | cancel       | Done                    | trainings [+48 canceled], hours [], credits 1
            book        | Book.CAPTURE_CREDIT    | move         | Done                    | trainings [+72], hours [+72], credits 0
            book        | Book.CAPTURE_CREDIT    | propose      | Done                    | trainings [+48 proposed +72], hours [+48], credits 0
            book        | Book.CAPTURE_CREDIT    | reject       | NO_RESCHEDULE_REQUESTED | trainings [+48], hours [+48], credits 0
            cancel      | Cancel.RELEASE_HOUR    | move         | ALREADY_CANCELED        | trainings [+48 canceled changing], hours [+48], credits 0
            cancel      | Cancel.RELEASE_HOUR    | cancel       | Done                    | trainings [+48 canceled], hours [], credits 1
            cancel      | Cancel.RETURN_CREDITS  | cancel       | Done                    | trainings [+48 canceled], hours [], credits 1
            move        | Move.RESERVE_NEW       | move         | Done                    | trainings [+72], hours [+72], credits 0
            move        | Move.RELEASE_OLD       | move         | Done                    | trainings [+72], hours [+72], credits 0
            move        | Move.RESERVE_NEW       | cancel       | Done                    | trainings [+72 canceled], hours [], credits 1
            move        | Move.RELEASE_OLD       | cancel       | Done                    | trainings [+72 canceled], hours [], credits 1
            """)
    void whatIsUnderWayIsHelpedToItsEndFirst(String first, String step, String next, String answer, String after) {
        var training = leftBehind(first, step);
        gym.clock().advance(Duration.ofMinutes(1));
        assertThat(Gym.word(act(next, training, Role.ATTENDEE))).isEqualTo(answer);
        assertThat(gym.told()).startsWith(after);
    }

    @ParameterizedTest(name = "{0} stands at {1}, {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # under way | stands at              | the next act | its answer
            book        | Book.CAPTURE_CREDIT    | cancel       | CHANGE_IN_PROGRESS
            book        | Book.CAPTURE_CREDIT    | propose      | CHANGE_IN_PROGRESS
            cancel      | Cancel.RELEASE_HOUR    | cancel       | StillInProgress
            cancel      | Cancel.RETURN_CREDITS  | move         | ALREADY_CANCELED
            move        | Move.RESERVE_NEW       | move         | StillInProgress
            move        | Move.RESERVE_NEW       | cancel       | CHANGE_IN_PROGRESS
            move        | Move.RELEASE_OLD       | reject       | CHANGE_IN_PROGRESS
            """)
    void whatCannotBeFinishedStandsInTheWay(String first, String step, String next, String answer) {
        var training = leftBehind(first, step);
        gym.clock().advance(Duration.ofMinutes(1));
        var before = gym.told();
        gym.mishaps().plan(step, Mishaps.Kind.NO_ANSWER, 1000);
        assertThat(Gym.word(act(next, training, Role.ATTENDEE))).isEqualTo(answer);
        assertThat(gym.told()).isEqualTo(before);
    }

    /// A change whose process was killed just before this step's call.
    private TrainingId leftBehind(String act, String step) {
        gym.open(48, 72);
        gym.grant(1);
        if (act.equals("book")) {
            gym.mishaps().plan(step, Mishaps.Kind.KILLED_BEFORE_CALL, 1);
            assertThat(killed(() -> gym.book(48, "", Optional.empty()))).isTrue();
            return gym.everyTraining().getFirst().id();
        }
        assertThat(Gym.word(gym.book(48, "", Optional.empty()))).isEqualTo("Done");
        var training = gym.everyTraining().getFirst().id();
        gym.mishaps().plan(step, Mishaps.Kind.KILLED_BEFORE_CALL, 1);
        assertThat(killed(() -> act(act, training, Role.ATTENDEE))).isTrue();
        return training;
    }

    private static boolean killed(Runnable act) {
        try {
            act.run();
            return false;
        } catch (ProcessKilled killed) {
            return true;
        }
    }
}
