package workouts.trainer.app.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workouts.chassis.testing.ManualClock;
import workouts.trainer.domain.hour.HourId;
import workouts.trainer.testing.InMemoryHours;
import workouts.trainer.testing.Sample;

/// It is 10:00. The hours of 9, 11, 12 and 13 were opened, and 13 is booked.
final class HourAvailabilityHandlerTest {
    private final Sample sample = Sample.in(new InMemoryHours());

    HourAvailabilityHandlerTest() {
        for (int hour : new int[] {9, 11, 12, 13}) {
            sample.open(hour);
        }
        sample.hold(13, Sample.reservation());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2030-01-07T12:00:00Z           | true
            2030-01-07T12:00:00.000000001Z | false
            2030-01-07T12:30:00Z           | false
            2030-01-07T13:00:00Z           | false
            2030-01-07T14:00:00Z           | false
            2030-01-07T09:00:00Z           | false
            2030-01-07T11:00:00Z           | false
            2031-01-07T12:00:00Z           | false
            """)
    void anHourIsAvailableWhenItCanBeBooked(Instant time, boolean available) {
        var handler = new HourAvailabilityHandler(sample.hours(), Sample.TIMETABLE, ManualClock.at(Sample.NOW));
        assertThat(handler.handle(new HourAvailability(new HourId(sample.trainer(), time))))
                .isEqualTo(available);
    }
}
