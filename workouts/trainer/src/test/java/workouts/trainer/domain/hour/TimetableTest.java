package workouts.trainer.domain.hour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When hours may be, at every boundary: working hours from 12:00 to 20:00, six weeks ahead.
final class TimetableTest {
    @ParameterizedTest(name = "at {1} in {0}, {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # zone           | now                            | the hour                       | to open or book
            UTC              | 2030-01-07T10:00:00Z           | 2030-01-07T12:00:00Z           | accepted
            UTC              | 2030-01-07T10:00:00Z           | 2030-01-07T20:00:00Z           | accepted
            UTC              | 2030-01-07T10:00:00Z           | 2030-01-07T11:00:00Z           | OUTSIDE_WORKING_HOURS
            UTC              | 2030-01-07T10:00:00Z           | 2030-01-07T21:00:00Z           | OUTSIDE_WORKING_HOURS
            UTC              | 2030-01-07T10:00:00Z           | 2030-01-08T00:00:00Z           | OUTSIDE_WORKING_HOURS
            # a full hour
            UTC              | 2030-01-07T10:00:00Z           | 2030-01-07T12:00:00.000000001Z | NOT_A_FULL_HOUR
            UTC              | 2030-01-07T10:00:00Z           | 2030-01-07T12:00:01Z           | NOT_A_FULL_HOUR
            UTC              | 2030-01-07T10:00:00Z           | 2030-01-07T12:30:00Z           | NOT_A_FULL_HOUR
            UTC              | 2030-01-07T10:00:00Z           | 2030-01-07T12:59:59.999999999Z | NOT_A_FULL_HOUR
            Asia/Kolkata     | 2030-01-07T06:00:00Z           | 2030-01-07T06:30:00Z           | accepted
            Asia/Kolkata     | 2030-01-07T06:00:00Z           | 2030-01-07T07:00:00Z           | NOT_A_FULL_HOUR
            # the running hour is past
            UTC              | 2030-01-07T12:59:59.999999999Z | 2030-01-07T13:00:00Z           | accepted
            UTC              | 2030-01-07T13:00:00Z           | 2030-01-07T13:00:00Z           | PAST_HOUR
            UTC              | 2030-01-07T13:59:59.999999999Z | 2030-01-07T13:00:00Z           | PAST_HOUR
            UTC              | 2030-01-07T13:00:00Z           | 2030-01-07T12:00:00Z           | PAST_HOUR
            UTC              | 2030-01-07T13:00:00Z           | 1970-01-01T12:00:00Z           | PAST_HOUR
            # six weeks, to the moment
            UTC              | 2030-01-07T12:00:00Z           | 2030-02-18T12:00:00Z           | accepted
            UTC              | 2030-01-07T11:59:59.999999999Z | 2030-02-18T12:00:00Z           | TOO_DISTANT
            UTC              | 2030-01-07T12:00:00Z           | 2030-02-18T13:00:00Z           | TOO_DISTANT
            UTC              | 2030-01-07T12:00:00Z           | 9999-12-31T23:00:00Z           | TOO_DISTANT
            # six weeks by the clocks of the zone, over a change of them
            Europe/Warsaw    | 2030-03-10T11:00:00Z           | 2030-04-21T10:00:00Z           | accepted
            Europe/Warsaw    | 2030-03-10T11:00:00Z           | 2030-04-21T11:00:00Z           | TOO_DISTANT
            America/New_York | 2030-10-01T16:00:00Z           | 2030-11-12T17:00:00Z           | accepted
            America/New_York | 2030-10-01T16:00:00Z           | 2030-11-12T18:00:00Z           | TOO_DISTANT
            # working hours by the clocks of the zone, the days before and after they change
            Europe/Warsaw    | 2030-03-29T00:00:00Z           | 2030-03-30T11:00:00Z           | accepted
            Europe/Warsaw    | 2030-03-29T00:00:00Z           | 2030-03-30T10:00:00Z           | OUTSIDE_WORKING_HOURS
            Europe/Warsaw    | 2030-03-29T00:00:00Z           | 2030-03-31T10:00:00Z           | accepted
            Europe/Warsaw    | 2030-03-29T00:00:00Z           | 2030-03-31T18:00:00Z           | accepted
            Europe/Warsaw    | 2030-03-29T00:00:00Z           | 2030-03-31T19:00:00Z           | OUTSIDE_WORKING_HOURS
            America/New_York | 2030-11-01T00:00:00Z           | 2030-11-02T16:00:00Z           | accepted
            America/New_York | 2030-11-01T00:00:00Z           | 2030-11-03T16:00:00Z           | OUTSIDE_WORKING_HOURS
            America/New_York | 2030-11-01T00:00:00Z           | 2030-11-03T17:00:00Z           | accepted
            America/New_York | 2030-11-01T00:00:00Z           | 2030-11-04T01:00:00Z           | accepted
            America/New_York | 2030-11-01T00:00:00Z           | 2030-11-04T02:00:00Z           | OUTSIDE_WORKING_HOURS
            # several faults: the first in precedence
            UTC              | 2030-01-07T12:00:00Z           | 2031-01-07T11:30:00Z           | NOT_A_FULL_HOUR
            UTC              | 2030-01-07T12:00:00Z           | 2031-01-07T11:00:00Z           | TOO_DISTANT
            UTC              | 2030-01-07T12:00:00Z           | 2029-01-07T11:30:00Z           | NOT_A_FULL_HOUR
            UTC              | 2030-01-07T12:00:00Z           | 2029-01-07T11:00:00Z           | PAST_HOUR
            """)
    void anHourMayBeOpenedOrBooked(ZoneId zone, Instant now, Instant hour, String outcome) {
        assertThat(told(timetable(zone).bookable(hour, now), hour)).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "at {1} in {0}, {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # zone        | now                            | the hour             | to close
            UTC           | 2030-01-07T10:00:00Z           | 2030-01-07T12:00:00Z | accepted
            UTC           | 2030-01-07T10:00:00Z           | 2030-01-07T11:00:00Z | accepted
            UTC           | 2030-01-07T10:00:00Z           | 2031-01-07T12:00:00Z | accepted
            UTC           | 2030-01-07T11:59:59.999999999Z | 2030-01-07T12:00:00Z | accepted
            UTC           | 2030-01-07T12:00:00Z           | 2030-01-07T12:00:00Z | PAST_HOUR
            UTC           | 2030-01-07T10:00:00Z           | 2030-01-07T12:00:01Z | NOT_A_FULL_HOUR
            UTC           | 2030-01-07T14:00:00Z           | 2030-01-07T12:00:01Z | NOT_A_FULL_HOUR
            Asia/Kolkata  | 2030-01-07T06:00:00Z           | 2030-01-07T07:00:00Z | NOT_A_FULL_HOUR
            """)
    void anHourMayBeClosedWhateverTheWorkingHours(ZoneId zone, Instant now, Instant hour, String outcome) {
        assertThat(told(timetable(zone).closable(hour, now), hour)).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{1} in {0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # zone           | day        | hours from 0:00 to 4:00 there, in UTC
            UTC              | 2030-03-31 | 00 01 02 03 04
            Europe/Warsaw    | 2030-03-30 | 23 00 01 02 03
            Europe/Warsaw    | 2030-03-31 | 23 00 01 02
            Europe/Warsaw    | 2030-04-01 | 22 23 00 01 02
            Europe/Warsaw    | 2030-10-27 | 22 23 00 01 02 03
            Europe/Warsaw    | 2030-10-28 | 23 00 01 02 03
            America/New_York | 2030-03-10 | 05 06 07 08
            America/New_York | 2030-03-11 | 04 05 06 07 08
            America/New_York | 2030-11-03 | 04 05 06 07 08 09
            America/New_York | 2030-11-04 | 05 06 07 08 09
            """)
    void aDayHasTheHoursThatItsClocksShow(ZoneId zone, LocalDate day, String hours) {
        var night = new Timetable(zone, 0, 4, 6);
        assertThat(night.hoursOf(day).stream()
                        .map(hour -> hour.toString().substring(11, 13))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(hours);
        assertThat(night.hoursOf(day)).isSorted().allSatisfy(hour -> {
            assertThat(night.dayOf(hour)).isEqualTo(day);
            assertThat(told(night.bookable(hour, hour.minusSeconds(1)), hour)).isEqualTo("accepted");
        });
        assertThat(night.beginningOf(day)).isEqualTo(night.hoursOf(day).getFirst());
    }

    @Test
    void theHouseHasNineHoursADay() {
        var day = LocalDate.of(2030, 1, 7);
        assertThat(timetable(ZoneOffset.UTC).hoursOf(day))
                .hasSize(9)
                .startsWith(Instant.parse("2030-01-07T12:00:00Z"))
                .endsWith(Instant.parse("2030-01-07T20:00:00Z"));
    }

    @ParameterizedTest(name = "{0}-{1}, {2} weeks: {3} faults")
    @CsvSource({
        "12, 20, 6, 0",
        "0, 23, 1, 0",
        "12, 12, 520, 0",
        "-1, 20, 6, 1",
        "12, 24, 6, 1",
        "24, 24, 6, 2",
        "20, 12, 6, 1",
        "12, 20, 0, 1",
        "12, 20, 521, 1",
        "24, -1, 0, 4"
    })
    void allThatIsWrongWithATimetableIsToldAtOnce(int first, int last, int weeks, int faults) {
        var found = Timetable.faults(first, last, weeks);
        assertThat(found).hasSize(faults);
        if (faults > 0) {
            assertThatThrownBy(() -> new Timetable(ZoneOffset.UTC, first, last, weeks))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(String.join("; ", found));
        }
    }

    private static Timetable timetable(ZoneId zone) {
        return new Timetable(zone, 12, 20, 6);
    }

    private static String told(Decision<Instant> decision, Instant hour) {
        return switch (decision) {
            case Decision.Accepted<Instant>(Instant accepted) -> accepted.equals(hour) ? "accepted" : "another";
            case Decision.Refused<Instant> refused -> refused.refusal().name();
        };
    }
}
