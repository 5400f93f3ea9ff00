package workouts.trainer.app.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workouts.chassis.testing.ManualClock;
import workouts.trainer.app.query.Calendar.Answer;
import workouts.trainer.app.query.Calendar.Day;
import workouts.trainer.app.query.Calendar.Fault;
import workouts.trainer.domain.hour.Hour;
import workouts.trainer.domain.hour.Timetable;
import workouts.trainer.testing.InMemoryHours;
import workouts.trainer.testing.Sample;

final class CalendarHandlerTest {
    private static final LocalDate TODAY = LocalDate.of(2030, 1, 7);
    private final Sample sample = Sample.in(new InMemoryHours());
    private final ManualClock clock = ManualClock.at(Sample.NOW);

    private List<Day> days(Timetable timetable, LocalDate from, LocalDate to) {
        var answer =
                new CalendarHandler(sample.hours(), timetable, clock).handle(new Calendar(sample.trainer(), from, to));
        return answer instanceof Answer.Days(List<Day> days) ? days : List.of();
    }

    private Day today(Timetable timetable) {
        return days(timetable, TODAY, TODAY).getFirst();
    }

    @Test
    void everyDayIsThereOnceWithItsWorkingHours() {
        var days = days(Sample.TIMETABLE, TODAY.minusDays(1), TODAY.plusDays(2));
        assertThat(days)
                .extracting(Day::date)
                .containsExactly(TODAY.minusDays(1), TODAY, TODAY.plusDays(1), TODAY.plusDays(2));
        assertThat(days).allSatisfy(day -> {
            assertThat(told(day)).isEqualTo("12- 13- 14- 15- 16- 17- 18- 19- 20-");
            assertThat(day.hasFreeHours()).isFalse();
        });
    }

    @Test
    void openAndBookedHoursAreShownAndOnlyThisTrainers() {
        sample.open(12);
        sample.open(14);
        sample.hold(14, Sample.reservation());
        Sample.in(sample.hours()).open(16);
        assertThat(told(today(Sample.TIMETABLE))).isEqualTo("12+ 13- 14! 15- 16- 17- 18- 19- 20-");
    }

    @Test
    void anHourThatHasBegunIsNotFreeAnyMore() {
        sample.open(12);
        assertThat(today(Sample.TIMETABLE).hasFreeHours()).isTrue();
        clock.set(Sample.at(12).minusNanos(1));
        assertThat(today(Sample.TIMETABLE).hasFreeHours()).isTrue();
        clock.set(Sample.at(12));
        assertThat(today(Sample.TIMETABLE).hasFreeHours()).isFalse();
        assertThat(told(today(Sample.TIMETABLE))).startsWith("12- 13-");
    }

    @Test
    void otherWorkingHoursHideWhatIsOpenAndShowWhatIsBooked() {
        for (int hour : new int[] {12, 13, 18}) {
            sample.open(hour);
        }
        sample.hold(12, Sample.reservation());
        sample.hold(18, Sample.reservation());
        assertThat(told(today(new Timetable(ZoneOffset.UTC, 14, 16, 6)))).isEqualTo("12! 14- 15- 16- 18!");
    }

    @Test
    void daysAreThoseOfTheBusiness() {
        var auckland = ZoneId.of("Pacific/Auckland");
        var timetable = new Timetable(auckland, 0, 23, 6);
        var first = Instant.parse("2030-01-07T11:00:00Z");
        sample.hours().update(sample.trainer(), Set.of(first, first.plus(Duration.ofHours(23))), Hour::open);
        var days = days(timetable, LocalDate.of(2030, 1, 7), LocalDate.of(2030, 1, 9));
        assertThat(days).extracting(Day::hasFreeHours).containsExactly(false, true, false);
        assertThat(days.get(1).hours()).hasSize(24);
        assertThat(days.get(1).hours().getFirst().available()).isTrue();
        assertThat(days.get(1).hours().getLast().available()).isTrue();
    }

    @ParameterizedTest(name = "{0} {1}: {2} hours")
    @CsvSource({
        "Europe/Warsaw, 2030-03-31, 23",
        "Europe/Warsaw, 2030-10-27, 25",
        "America/New_York, 2030-03-10, 23",
        "America/New_York, 2030-11-03, 25",
        "America/New_York, 2030-11-04, 24"
    })
    void aDayOnWhichTheClocksChangeHasEveryHourOnce(ZoneId zone, LocalDate date, int hours) {
        var day = days(new Timetable(zone, 0, 23, 6), date, date).getFirst();
        assertThat(day.hours())
                .hasSize(hours)
                .extracting(Calendar.Entry::start)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "2030-01-07, 2030-01-07, 1",
        "2030-01-07, 2030-04-08, 92",
        "2030-01-07, 2030-04-09, RANGE_TOO_LONG",
        "1990-01-01, 2030-01-01, RANGE_TOO_LONG",
        "0001-01-02, 9999-12-30, RANGE_TOO_LONG",
        "2030-01-08, 2030-01-07, FROM_AFTER_TO",
        "2030-04-09, 2029-01-07, FROM_AFTER_TO"
    })
    void aRangeHasAnOrderAndAnEnd(LocalDate from, LocalDate to, String outcome) {
        var answer = new CalendarHandler(sample.hours(), Sample.TIMETABLE, clock)
                .handle(new Calendar(sample.trainer(), from, to));
        assertThat(
                        switch (answer) {
                            case Answer.Days(List<Day> days) -> Integer.toString(days.size());
                            case Answer.Refused(Fault fault) -> fault.name();
                        })
                .isEqualTo(outcome);
        assertThat(answer.refusalSlug().isPresent()).isEqualTo(answer instanceof Answer.Refused);
    }

    /// The hours of a day: + can be booked, ! booked, - neither.
    private static String told(Day day) {
        return day.hours().stream()
                .map(entry -> entry.start().toString().substring(11, 13)
                        + (entry.booked() ? "!" : entry.available() ? "+" : "-"))
                .collect(Collectors.joining(" "));
    }
}
