package workouts.trainer.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workouts.chassis.testing.ManualClock;
import workouts.trainer.testing.InMemoryHours;
import workouts.trainer.testing.Sample;

/// Opening and closing several hours: all or none. It is Monday, 10:00; 18:00 is booked and 19:00 open.
final class MakeHoursTest {
    private final Sample sample = Sample.in(new InMemoryHours());
    private final ManualClock clock = ManualClock.at(Sample.NOW);
    private final MakeHoursAvailableHandler opening =
            new MakeHoursAvailableHandler(sample.hours(), Sample.TIMETABLE, clock);
    private final MakeHoursUnavailableHandler closing =
            new MakeHoursUnavailableHandler(sample.hours(), Sample.TIMETABLE, clock);

    MakeHoursTest() {
        sample.open(18);
        sample.hold(18, Sample.reservation());
        sample.open(19);
    }

    @ParameterizedTest(name = "open {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # the hours              | outcome
            12:00 13:00 20:00        | done
            19:00                    | done
            12:00 18:00              | hour-booked 18:00
            12:00 11:00 21:00        | outside-working-hours 11:00 21:00
            12:00 11:00 18:00        | outside-working-hours 11:00
            12:00 09:00 11:00        | past-hour 09:00
            12:00 09:30 09:00        | not-a-full-hour 09:30
            """)
    void hoursAreOpenedAllOrNone(String hours, String outcome) {
        var before = open();
        assertThat(told(opening.handle(new MakeHoursAvailable(sample.trainer(), times(hours)))))
                .isEqualTo(outcome);
        if (outcome.equals("done")) {
            assertThat(open()).containsAll(times(hours));
        } else {
            assertThat(open()).isEqualTo(before);
        }
    }

    @ParameterizedTest(name = "close {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # the hours              | outcome
            19:00 13:00              | done
            19:00 11:00 21:00        | done
            19:00 18:00              | hour-booked 18:00
            19:00 09:00 18:00        | past-hour 09:00
            19:00 12:01              | not-a-full-hour 12:01
            """)
    void hoursAreClosedAllOrNone(String hours, String outcome) {
        var before = open();
        assertThat(told(closing.handle(new MakeHoursUnavailable(sample.trainer(), times(hours)))))
                .isEqualTo(outcome);
        assertThat(open().equals(before)).isEqualTo(!outcome.equals("done"));
    }

    @Test
    void noHoursAreDoneAtOnce() {
        assertThat(told(opening.handle(new MakeHoursAvailable(sample.trainer(), Set.of()))))
                .isEqualTo("done");
        assertThat(told(closing.handle(new MakeHoursUnavailable(sample.trainer(), Set.of()))))
                .isEqualTo("done");
    }

    private Set<Instant> open() {
        return sample.hours().list(sample.trainer(), Sample.at(0), Sample.at(24)).stream()
                .filter(hour -> hour.isOpen())
                .map(hour -> hour.id().start())
                .collect(Collectors.toSet());
    }

    private static Set<Instant> times(String hours) {
        return Arrays.stream(hours.split(" "))
                .map(hour -> Instant.parse("2030-01-07T" + hour + ":00Z"))
                .collect(Collectors.toSet());
    }

    private static String told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done() -> "done";
            case Outcome.Refused(var refusal, var hours) ->
                refusal.slug() + " "
                        + hours.stream()
                                .map(hour -> hour.toString().substring(11, 16))
                                .collect(Collectors.joining(" "));
        };
    }
}
