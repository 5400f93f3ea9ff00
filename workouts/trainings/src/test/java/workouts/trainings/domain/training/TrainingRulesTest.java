package workouts.trainings.domain.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workouts.trainings.testing.Sample;

/// What may be done to a training, by whom and when. It is 12:00; the training begins after `left`, targets lie at so
/// many hours from now.
final class TrainingRulesTest {
    private static final Instant NOW = Instant.parse("2027-03-10T12:00:00Z");
    private static final Timetable TIMETABLE = new Timetable(ZoneOffset.UTC);
    private static final ChangeId CHANGE = new ChangeId(UUID.randomUUID());

    @ParameterizedTest(name = "{0}, {1} left, canceled by {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # the training  | left      | by       | refund and fine, or the reason
            live            | PT48H     | ATTENDEE | 1 0
            live            | PT48H     | TRAINER  | 1 0
            live            | PT24H     | ATTENDEE | 1 0
            live            | PT24H     | TRAINER  | 1 0
            live            | PT23H59M59.999999S | ATTENDEE | 0 0
            live            | PT23H59M59.999999S | TRAINER  | 1 1
            live            | PT1S      | ATTENDEE | 0 0
            live            | PT1S      | TRAINER  | 1 1
            live            | PT0S      | ATTENDEE | TRAINING_IN_THE_PAST
            live            | PT0S      | TRAINER  | TRAINING_IN_THE_PAST
            live            | PT-1H     | TRAINER  | TRAINING_IN_THE_PAST
            proposed        | PT48H     | ATTENDEE | 1 0
            changing        | PT48H     | ATTENDEE | CHANGE_IN_PROGRESS
            changing        | PT-1H     | ATTENDEE | CHANGE_IN_PROGRESS
            canceled        | PT48H     | TRAINER  | ALREADY_CANCELED
            canceled        | PT-1H     | TRAINER  | ALREADY_CANCELED
            """)
    void aCancellationGivesBackWhatTheWindowAndTheSideSay(String state, Duration left, Role by, String outcome) {
        var training = training(state, left);
        var decision = training.cancel(CHANGE, NOW);
        if (decision instanceof Decision.Accepted<Training>(Training canceled)) {
            assertThat(canceled.canceled()).isTrue();
            assertThat(canceled.proposal()).isEmpty();
            assertThat(canceled.change()).contains(CHANGE);
            var credits = training.creditsReturned(by, NOW);
            assertThat(credits.refund() + " " + credits.fine()).isEqualTo(outcome);
        } else {
            assertThat(reason(decision)).isEqualTo(outcome);
        }
    }

    @ParameterizedTest(name = "{0}, {1} left, moved to +{2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # the training  | left      | target    | outcome
            live            | PT48H     | PT72H     | moving
            live            | PT24H     | PT1H      | moving
            live            | PT48H     | PT48H     | moving
            proposed        | PT48H     | PT72H     | moving
            live            | PT48H     | PT0S      | PAST_HOUR
            live            | PT48H     | PT-1H     | PAST_HOUR
            live            | PT48H     | PT72H30M  | NOT_A_FULL_HOUR
            live            | PT48H     | PT72H0.000001S | NOT_A_FULL_HOUR
            live            | PT48H     | PT-90M    | NOT_A_FULL_HOUR
            live            | PT23H59M59.999999S | PT72H | TOO_LATE_TO_RESCHEDULE
            live            | PT1H      | PT-1H     | TOO_LATE_TO_RESCHEDULE
            live            | PT0S      | PT72H     | TRAINING_IN_THE_PAST
            live            | PT-48H    | PT72H     | TRAINING_IN_THE_PAST
            changing        | PT48H     | PT72H     | CHANGE_IN_PROGRESS
            changing        | PT-1H     | PT72H     | CHANGE_IN_PROGRESS
            canceled        | PT48H     | PT72H     | ALREADY_CANCELED
            canceled        | PT-1H     | PT72H     | ALREADY_CANCELED
            """)
    void aMoveNeedsTwentyFourHours(String state, Duration left, Duration target, String outcome) {
        var training = training(state, left);
        var decision = training.move(CHANGE, NOW.plus(target), TIMETABLE, NOW);
        assertThat(
                        decision instanceof Decision.Accepted<Training>(Training moving)
                                ? changeOnly(training, moving) ? "moving" : moving.toString()
                                : reason(decision))
                .isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0}, {1} left, +{2} proposed: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # the training  | left      | target    | outcome
            live            | PT48H     | PT72H     | proposed
            live            | PT1S      | PT1H      | proposed
            proposed        | PT1H      | PT72H     | proposed
            live            | PT1H      | PT0S      | PAST_HOUR
            live            | PT1H      | PT72H30M  | NOT_A_FULL_HOUR
            live            | PT0S      | PT72H     | TRAINING_IN_THE_PAST
            changing        | PT48H     | PT72H     | CHANGE_IN_PROGRESS
            canceled        | PT48H     | PT72H     | ALREADY_CANCELED
            """)
    void aProposalIsPossibleUpToTheBeginning(String state, Duration left, Duration target, String outcome) {
        var training = training(state, left);
        var wanted = new Proposal(NOW.plus(target), Role.TRAINER);
        var decision = training.propose(wanted, Optional.empty(), TIMETABLE, NOW);
        if (decision instanceof Decision.Accepted<Training>(Training proposed)) {
            assertThat(proposed.proposal()).contains(wanted);
            assertThat(proposed.hour()).isEqualTo(training.hour());
            assertThat(proposed.notes()).isEqualTo(training.notes());
            assertThat("proposed").isEqualTo(outcome);
        } else {
            assertThat(reason(decision)).isEqualTo(outcome);
        }
    }

    @ParameterizedTest(name = "{0}, {1} left, +{2} proposed by {3}, approved by {4}: {5}")
    @CsvSource(delimiter = '|', textBlock = """
            # the training  | left   | proposed | by       | approved by | outcome
            live            | PT48H  | PT72H    | ATTENDEE | TRAINER     | moving
            live            | PT48H  | PT72H    | TRAINER  | ATTENDEE    | moving
            live            | PT1S   | PT1H     | TRAINER  | ATTENDEE    | moving
            live            | PT48H  | PT72H    | TRAINER  | TRAINER     | OWN_PROPOSAL
            live            | PT48H  | PT72H    | ATTENDEE | ATTENDEE    | OWN_PROPOSAL
            live            | PT48H  | PT0S     | TRAINER  | ATTENDEE    | PAST_HOUR
            live            | PT0S   | PT72H    | TRAINER  | ATTENDEE    | TRAINING_IN_THE_PAST
            changing        | PT48H  | PT72H    | TRAINER  | ATTENDEE    | CHANGE_IN_PROGRESS
            canceled        | PT48H  | PT72H    | TRAINER  | ATTENDEE    | ALREADY_CANCELED
            """)
    void theOtherSideApproves(String state, Duration left, Duration proposed, Role by, Role approver, String outcome) {
        var training = new Sample(training(state, left))
                .proposed(NOW.plus(proposed), by)
                .training();
        var decision = training.approve(approver, CHANGE, TIMETABLE, NOW);
        assertThat(
                        decision instanceof Decision.Accepted<Training>(Training moving)
                                ? changeOnly(training, moving) ? "moving" : moving.toString()
                                : reason(decision))
                .isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0}, {1} left, rejected: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # the training  | left   | outcome
            proposed        | PT48H  | rejected
            proposed        | PT1S   | rejected
            proposed        | PT0S   | TRAINING_IN_THE_PAST
            live            | PT48H  | NO_RESCHEDULE_REQUESTED
            live            | PT0S   | TRAINING_IN_THE_PAST
            changing        | PT48H  | CHANGE_IN_PROGRESS
            canceled        | PT48H  | ALREADY_CANCELED
            """)
    void eitherSideRejects(String state, Duration left, String outcome) {
        var decision = training(state, left).reject(NOW);
        assertThat(
                        decision instanceof Decision.Accepted<Training>(Training rejected)
                                ? rejected.proposal().isEmpty() ? "rejected" : "still proposed"
                                : reason(decision))
                .isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0} left: free {1}, needs a proposal {2}")
    @CsvSource(delimiter = '|', textBlock = """
            PT48H                | true  | false
            PT24H                | true  | false
            PT23H59M59.999999S   | false | true
            PT0S                 | false | true
            """)
    void theWindowIsFreeOrAProposalIsNeeded(Duration left, boolean free, boolean needsProposal) {
        assertThat(training("live", left).canBeCanceledForFree(NOW)).isEqualTo(free);
        assertThat(training("live", left).moveRequiresAccept(NOW)).isEqualTo(needsProposal);
    }

    private static Training training(String state, Duration left) {
        var sample = Sample.at(NOW.plus(left));
        return switch (state) {
            case "live" -> sample.training();
            case "canceled" -> sample.canceled().training();
            case "changing" -> sample.changing(new ChangeId(UUID.randomUUID())).training();
            case "proposed" ->
                sample.proposed(NOW.plus(Duration.ofHours(99)), Role.ATTENDEE).training();
            default -> throw new IllegalArgumentException(state);
        };
    }

    /// Whether nothing has happened but that a change is under way.
    private static boolean changeOnly(Training before, Training after) {
        return after.equals(new Sample(before).changing(CHANGE).training());
    }

    private static String reason(Decision<?> decision) {
        return switch (decision) {
            case Decision.Accepted<?>(Object value) -> "accepted: " + value;
            case Decision.Refused<?>(Refusal refusal) -> refusal.name();
        };
    }
}
