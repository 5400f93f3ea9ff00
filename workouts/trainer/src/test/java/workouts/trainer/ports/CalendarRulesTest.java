package workouts.trainer.ports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workouts.trainer.domain.hour.Timetable;

final class CalendarRulesTest {
    @ParameterizedTest(name = "{0} is told as {1}")
    @CsvSource({
        "UTC, UTC",
        "Z, UTC",
        "Etc/UTC, UTC",
        "GMT, UTC",
        "+00:00, UTC",
        "+02:00, +02:00",
        "Europe/Warsaw, Europe/Warsaw",
        "Europe/London, Europe/London"
    })
    void aZoneIsToldAsABrowserKnowsIt(ZoneId zone, String told) {
        assertThat(CalendarController.Rules.of(new Timetable(zone, 12, 20, 6)))
                .isEqualTo(new CalendarController.Rules(told, 12, 20, 42));
    }
}
