package workouts.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import workouts.chassis.testing.Api;
import workouts.chassis.testing.Routes;
import workouts.trainer.testing.HourStore;

/// Anybody looks at calendars over HTTP. It is 2030-01-07, 10:00.
final class CalendarSpec {
    private final Api attendee = RunningTrainer.attendee();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # the query                                                           | days, or the refusal
            dateFrom=2030-01-07&dateTo=2030-01-07                                 | 2030-01-07
            dateFrom=2030-01-07&dateTo=2030-01-09                                 | 2030-01-07 2030-01-08 2030-01-09
            dateFrom=2030-01-07T15:30:00Z&dateTo=2030-01-08T01:00:00Z             | 2030-01-07 2030-01-08
            dateFrom=2030-01-07T00:30:00%2B01:00&dateTo=2030-01-07                | 2030-01-06 2030-01-07
            dateFrom=2030-01-07T23:00:00-05:00&dateTo=2030-01-08                  | 2030-01-08
            dateFrom=2030-01-07T18:00:00Z&dateTo=2030-01-07T06:00:00Z             | 2030-01-07
            dateFrom=2030-01-08&dateTo=2030-01-07                                 | 400 date-from-after-date-to
            dateFrom=2030-01-07&dateTo=2070-01-07                                 | 400 range-too-long
            dateFrom=2030-01-07&dateTo=2030-04-09                                 | 400 range-too-long
            dateFrom=2030-01-07                                                   | 400 invalid-request
            dateTo=2030-01-07                                                     | 400 invalid-request
            dateFrom=&dateTo=2030-01-07                                           | 400 invalid-request
            dateFrom=today&dateTo=2030-01-07                                      | 400 invalid-request
            dateFrom=2030-02-30&dateTo=2030-03-01                                 | 400 invalid-request
            dateFrom=2030-01-07T12:00:00&dateTo=2030-01-07                        | 400 invalid-request
            dateFrom=%2B99999-01-07&dateTo=2030-01-07                             | 400 invalid-request
            dateFrom=2030-01-07&dateTo=%2B999999999-12-31T23:00:00-18:00          | 400 invalid-request
            dateFrom=2030-01-07&dateTo=2030-01-07&trainerUuid=me                  | 400 invalid-request
            """)
    void everyRangeHasItsAnswer(String query, String told) {
        var answer = attendee.get("/api/trainer/calendar?" + query);
        var days = answer.status() == 200 ? String.join(" ", dates(answer.json())) : answer.told();
        assertThat(days).describedAs(answer.body()).isEqualTo(told);
    }

    @Test
    void aQuarterOfAYearCanBeAskedFor() {
        var answer = attendee.get("/api/trainer/calendar?dateFrom=2030-01-07&dateTo=2030-04-08");
        assertThat(answer.json())
                .hasSize(92)
                .allSatisfy(day -> assertThat(day.path("hours")).hasSize(9));
    }

    @Test
    void whoIsNotSignedInSeesNothing() {
        var answer = RunningTrainer.nobody().get("/api/trainer/calendar?dateFrom=2030-01-07&dateTo=2030-01-07");
        assertThat(answer.told()).isEqualTo("401 empty-bearer-token");
    }

    @Test
    void withoutANameTheHouseTrainerIsMeant() {
        var house = RunningTrainer.trainer(RunningTrainer.HOUSE);
        house.put("/api/trainer/calendar/make-hour-available", "{\"hours\":[\"2030-01-14T17:00:00Z\"]}");
        var day = attendee.get("/api/trainer/calendar?dateFrom=2030-01-14&dateTo=2030-01-14")
                .json()
                .path(0);
        assertThat(day.path("hasFreeHours").asBoolean()).isTrue();
        assertThat(told(day)).isEqualTo("12- 13- 14- 15- 16- 17+ 18- 19- 20-");
        assertThat(told(attendee, UUID.randomUUID())).doesNotContain("+");
    }

    @Test
    void everybodyIsToldWhenHoursCanBe() {
        var house = "{\"zone\":\"UTC\",\"firstHour\":12,\"lastHour\":20,\"daysAhead\":42}";
        assertThat(attendee.get("/api/trainer/calendar/rules").body()).isEqualTo(house);
        var trainer = RunningTrainer.trainer(UUID.randomUUID());
        assertThat(trainer.get("/api/trainer/calendar/rules").body()).isEqualTo(house);
    }

    @Test
    void whoIsNotSignedInIsNotToldWhenHoursCanBe() {
        var answer = RunningTrainer.nobody().get("/api/trainer/calendar/rules");
        assertThat(answer.told()).isEqualTo("401 empty-bearer-token");
    }

    @Test
    void theRulesAreThoseOfTheSettings() {
        try (var service = RunningTrainer.start(
                HourStore.database(),
                "--workouts.zone=Europe/Warsaw",
                "--workouts.trainer.first-hour=0",
                "--workouts.trainer.last-hour=23",
                "--workouts.trainer.weeks-ahead=520")) {
            var rules = RunningTrainer.api(service)
                    .as(RunningTrainer.attendeeToken())
                    .get("/api/trainer/calendar/rules");
            assertThat(rules.body())
                    .isEqualTo("{\"zone\":\"Europe/Warsaw\",\"firstHour\":0,\"lastHour\":23,\"daysAhead\":3640}");
        }
    }

    @Test
    void theServiceServesWhatItsContractSays() {
        // the probes have a mapping of the same type, so it is asked for by its name
        var beans = Objects.requireNonNull(
                RunningTrainer.shared().bean(RequestMappingHandlerAdapter.class).getApplicationContext());
        var mapping = beans.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        assertThat(Routes.of(mapping)).isEqualTo(RunningTrainer.CONTRACT.routes());
    }

    /// A trainer's hours of today: + can be booked, ! booked, - neither.
    static String told(Api api, UUID trainer) {
        var answer = api.get("/api/trainer/calendar?dateFrom=2030-01-07&dateTo=2030-01-07&trainerUuid=" + trainer);
        return told(answer.json().path(0));
    }

    private static String told(JsonNode day) {
        return StreamSupport.stream(day.path("hours").spliterator(), false)
                .map(hour -> hour.path("hour").asText().substring(11, 13)
                        + (hour.path("hasTrainingScheduled").asBoolean()
                                ? "!"
                                : hour.path("available").asBoolean() ? "+" : "-"))
                .collect(Collectors.joining(" "));
    }

    private static List<String> dates(JsonNode days) {
        return StreamSupport.stream(days.spliterator(), false)
                .map(day -> day.path("date").asText())
                .toList();
    }
}
