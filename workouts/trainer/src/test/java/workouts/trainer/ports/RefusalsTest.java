package workouts.trainer.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workouts.chassis.problems.Problem;
import workouts.trainer.app.command.Outcome;
import workouts.trainer.app.query.Calendar;
import workouts.trainer.domain.hour.Refusal;

/// How every refusal is answered, one row each.
final class RefusalsTest {
    private static final Instant NOON = Instant.parse("2030-01-07T12:00:00Z");

    @ParameterizedTest(name = "{0}: {1} {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # the reason          | HTTP | gRPC                | slug                  | the message begins with
            RESERVATION_ENDED     | 409  | FAILED_PRECONDITION | reservation-ended     | the reservation has ended
            RESERVATION_ID_REUSED | 409  | FAILED_PRECONDITION | reservation-id-reused | the reservation's id stands for another
            NOT_A_FULL_HOUR       | 422  | INVALID_ARGUMENT    | not-a-full-hour       | not the beginning of an hour
            TOO_DISTANT           | 422  | INVALID_ARGUMENT    | too-distant           | too far in the future
            PAST_HOUR             | 422  | INVALID_ARGUMENT    | past-hour             | has begun already
            OUTSIDE_WORKING_HOURS | 422  | INVALID_ARGUMENT    | outside-working-hours | outside of the working hours
            HOUR_BOOKED           | 409  | FAILED_PRECONDITION | hour-booked           | held by a training
            HOUR_NOT_AVAILABLE    | 409  | FAILED_PRECONDITION | hour-not-available    | not available
            """, quoteCharacter = '"')
    void everyReasonHasItsStatus(Refusal refusal, int http, String grpc, String slug, String message) {
        var problem = catchThrowableOfType(
                Problem.class, () -> Refusals.requireDone(new Outcome.Refused(refusal, List.of(NOON))));
        assertThat(problem.kind().http().value()).isEqualTo(http);
        assertThat(problem.kind().grpc().name()).isEqualTo(grpc);
        assertThat(problem.slug()).isEqualTo(slug);
        assertThat(problem.text()).startsWith(message).endsWith(": 2030-01-07T12:00:00Z");
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({"FROM_AFTER_TO, 400, date-from-after-date-to", "RANGE_TOO_LONG, 400, range-too-long"})
    void everyFaultOfARangeHasItsStatus(Calendar.Fault fault, int http, String slug) {
        var problem =
                catchThrowableOfType(Problem.class, () -> Refusals.requireDays(new Calendar.Answer.Refused(fault)));
        assertThat(problem.kind().http().value()).isEqualTo(http);
        assertThat(problem.slug()).isEqualTo(slug);
    }

    @ParameterizedTest(name = "{0} hours end with {1}")
    @CsvSource({"1, 2030-01-07T12:00:00Z", "5, 2030-01-07T12:00:04Z", "6, and 1 more", "400, and 395 more"})
    void afterFiveTheHoursAreOnlyCounted(int count, String end) {
        var hours =
                Stream.iterate(NOON, hour -> hour.plusSeconds(1)).limit(count).toList();
        var problem = catchThrowableOfType(
                Problem.class, () -> Refusals.requireDone(new Outcome.Refused(Refusal.PAST_HOUR, hours)));
        assertThat(problem.text()).endsWith(end);
    }

    @Test
    void whatIsDoneIsNoProblem() {
        assertThatCode(() -> Refusals.requireDone(new Outcome.Done())).doesNotThrowAnyException();
        assertThat(Refusals.requireDays(new Calendar.Answer.Days(List.of()))).isEmpty();
    }
}
