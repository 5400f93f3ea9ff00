package workouts.trainings.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import workouts.chassis.problems.Problem;
import workouts.trainings.app.command.Outcome;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.TrainingId;

/// The one table, a row a reason.
final class RefusalsTest {
    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            TRAINING_NOT_FOUND      | 404 | training-not-found
            IDEMPOTENCY_KEY_REUSED  | 422 | idempotency-key-reused
            CHANGED_MEANWHILE       | 412 | changed-meanwhile
            NOTE_TOO_LONG           | 422 | note-too-long
            ALREADY_CANCELED        | 409 | already-canceled
            CHANGE_IN_PROGRESS      | 409 | change-in-progress
            TRAINING_IN_THE_PAST    | 409 | training-in-the-past
            NO_RESCHEDULE_REQUESTED | 409 | no-reschedule-requested
            OWN_PROPOSAL            | 409 | own-proposal
            TOO_LATE_TO_RESCHEDULE  | 409 | too-late-to-reschedule
            NOT_A_FULL_HOUR         | 422 | not-a-full-hour
            PAST_HOUR               | 422 | past-hour
            TOO_DISTANT             | 422 | too-distant
            OUTSIDE_WORKING_HOURS   | 422 | outside-working-hours
            HOUR_NOT_AVAILABLE      | 409 | hour-not-available
            NOT_ENOUGH_CREDITS      | 409 | not-enough-credits
            REFUSED                 | 500 | internal-server-error
            """)
    void eachReasonHasItsStatus(Refusal refusal, int status, String slug) {
        var problem = Refusals.problem(refusal);
        assertThat(problem.kind().http().value()).isEqualTo(status);
        assertThat(problem.slug()).isEqualTo(slug);
        assertThat(problem.text()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void aRefusedOutcomeIsItsProblem(Refusal refusal) {
        assertThatThrownBy(() -> Refusals.done(new Outcome.Refused(refusal)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.slug())
                                .isEqualTo(Refusals.problem(refusal).slug()));
        assertThat(new Outcome.Refused(refusal).refusalSlug()).contains(refusal.slug());
    }

    @Test
    void whatIsDoneOrNotYetDone() {
        var training = new TrainingId(UUID.randomUUID());
        assertThat(Refusals.done(new Outcome.Done(training))).isEqualTo(training);
        assertThat(new Outcome.Done(training).refusalSlug()).isEmpty();
        assertThat(new Outcome.StillInProgress().refusalSlug()).contains("still-in-progress");
        assertThatThrownBy(() -> Refusals.done(new Outcome.StillInProgress()))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.kind().http().value()).isEqualTo(503);
                    assertThat(problem.retryAfter()).isPositive();
                });
    }
}
