package workouts.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workouts.chassis.testing.Api;
import workouts.contracts.trainer.UpdateHourRequest;

/// A trainer opens and closes hours over HTTP. It is 2030-01-07, 10:00.
final class MakeHoursSpec {
    private static final String OPEN = "/api/trainer/calendar/make-hour-available";
    private static final String CLOSE = "/api/trainer/calendar/make-hour-unavailable";
    private final UUID uuid = UUID.randomUUID();
    private final Api trainer = RunningTrainer.trainer(uuid);

    @Test
    void hoursThatWereOpenedAreInTheCalendarUntilTheyAreClosed() {
        assertThat(trainer.put(OPEN, hours("12:00", "20:00")).told()).isEqualTo("204");
        assertThat(calendar()).isEqualTo("12+ 13- 14- 15- 16- 17- 18- 19- 20+");
        assertThat(trainer.put(OPEN, hours("12:00", "13:00")).told()).isEqualTo("204");
        assertThat(trainer.put(CLOSE, hours("12:00", "14:00")).told()).isEqualTo("204");
        assertThat(calendar()).isEqualTo("12- 13+ 14- 15- 16- 17- 18- 19- 20+");
        assertThat(trainer.put(CLOSE, hours()).told()).isEqualTo("204");
    }

    @ParameterizedTest(name = "open {0}: {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # the body                                               | answer                    | its message has
            {"hours":["2030-01-07T12:00:00Z"]}                       | 204                       |
            {"hours":["2030-01-07T13:00:00+01:00"]}                  | 204                       |
            {"hours":["2030-01-07T12:00:00Z","2030-01-07T12:00:00Z"]}| 204                       |
            {"hours":[]}                                             | 204                       |
            {"hours":["2030-01-07T12:00:01Z"]}                       | 422 not-a-full-hour       | 2030-01-07T12:00:01Z
            {"hours":["2030-01-07T10:00:00Z"]}                       | 422 past-hour             | 2030-01-07T10:00:00Z
            {"hours":["2030-02-18T12:00:00Z"]}                       | 422 too-distant           | 2030-02-18T12:00:00Z
            {"hours":["2030-01-07T12:00:00+01:00"]}                  | 422 outside-working-hours | 2030-01-07T11:00:00Z
            {"hours":["2030-01-07T21:00:00Z","2030-01-08T11:00:00Z"]}| 422 outside-working-hours | 2030-01-07T21:00:00Z, 2030-01-08T11:00:00Z
            {"hours":["+99999-01-07T12:00:00Z"]}                     | 400 invalid-request       | hours cannot be read
            {"hours":["noon"]}                                       | 400 invalid-request       | hours[0]
            {"hours":[null]}                                         | 400 invalid-request       | hours
            {"hours":"2030-01-07T12:00:00Z"}                         | 400 invalid-request       | hours
            {"hours":[],"colour":"red"}                              | 400 invalid-request       | unknown field: colour
            {}                                                       | 400 invalid-request       | hours
            {"hours":                                                | 400 invalid-request       | JSON
            """)
    void everyBodyHasItsAnswer(String body, String told, String message) {
        var answer = trainer.put(OPEN, body);
        assertThat(answer.told()).describedAs(answer.body()).isEqualTo(told);
        assertThat(answer.body()).contains(message == null ? "" : message);
    }

    @ParameterizedTest(name = "close {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # the body                                               | answer
            {"hours":["2030-01-07T12:00:00Z"]}                       | 204
            {"hours":["2030-01-07T11:00:00Z"]}                       | 204
            {"hours":["2030-01-07T12:00:01Z"]}                       | 422 not-a-full-hour
            {"hours":["2030-01-07T10:00:00Z"]}                       | 422 past-hour
            {"hours":["+99999-01-07T12:00:00Z"]}                     | 400 invalid-request
            {}                                                       | 400 invalid-request
            """)
    void everyBodyHasItsAnswerWhenClosing(String body, String told) {
        assertThat(trainer.put(CLOSE, body).told()).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {OPEN, CLOSE})
    void aBatchIsDoneWhollyOrNotAtAllAndTheHoursAreNamed(String path) {
        trainer.put(OPEN, hours("13:00", "15:00", "18:00"));
        book("15:00");
        book("18:00");
        var before = calendar();
        assertThat(before).isEqualTo("12- 13+ 14- 15! 16- 17- 18! 19- 20-");
        var answer = trainer.put(path, hours("12:00", "18:00", "13:00", "15:00"));
        assertThat(answer.told()).isEqualTo("409 hour-booked");
        assertThat(answer.json().path("message").asText())
                .isEqualTo("held by a training: 2030-01-07T15:00:00Z, 2030-01-07T18:00:00Z");
        assertThat(calendar()).isEqualTo(before);
    }

    @Test
    void aLongListOfHoursIsCountedInTheMessage() {
        var minutes = IntStream.range(1, 60).mapToObj(minute -> "12:%02d".formatted(minute));
        var answer = trainer.put(OPEN, hours(minutes.toArray(String[]::new)));
        assertThat(answer.told()).isEqualTo("422 not-a-full-hour");
        assertThat(answer.json().path("message").asText()).endsWith("2030-01-07T12:05:00Z and 54 more");
    }

    @Test
    void fourHundredHoursAreTakenAtOnceAndNotMore() {
        assertThat(trainer.put(CLOSE, repeated(400)).told()).isEqualTo("204");
        assertThat(trainer.put(CLOSE, repeated(401)).told()).isEqualTo("400 invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {OPEN, CLOSE})
    void onlyTrainersMayAndOnlyWithATokenAndJson(String path) {
        assertThat(RunningTrainer.attendee().put(path, hours("12:00")).told()).isEqualTo("403 invalid-role");
        assertThat(RunningTrainer.nobody().put(path, hours("12:00")).told()).isEqualTo("401 empty-bearer-token");
        assertThat(RunningTrainer.nobody().as("x.y.z").put(path, hours("12:00")).told())
                .isEqualTo("401 unable-to-verify-jwt");
        assertThat(trainer.put(path).told()).isIn("400 invalid-request", "415 unsupported-media-type");
        assertThat(trainer.with("Content-Type", "text/plain")
                        .put(path, hours("12:00"))
                        .told())
                .isEqualTo("415 unsupported-media-type");
        assertThat(trainer.get(path).told()).isEqualTo("405 method-not-allowed");
    }

    @Test
    void trainersHaveTheirOwnHours() {
        var other = UUID.randomUUID();
        trainer.put(OPEN, hours("12:00"));
        RunningTrainer.trainer(other).put(OPEN, hours("13:00"));
        RunningTrainer.trainer(other).put(CLOSE, hours("12:00"));
        assertThat(calendar()).startsWith("12+ 13-");
        assertThat(CalendarSpec.told(trainer, other)).startsWith("12- 13+");
    }

    private void book(String hour) {
        var request = UpdateHourRequest.newBuilder()
                .setTime(TrainerGrpcSpec.timestamp("2030-01-07T" + hour + ":00Z"))
                .setTrainerId(uuid.toString())
                .setBookingId(UUID.randomUUID().toString())
                .setReservationId(UUID.randomUUID().toString());
        RunningTrainer.grpc().scheduleTraining(request.build());
    }

    private String calendar() {
        return CalendarSpec.told(trainer, uuid);
    }

    private static String hours(String... hours) {
        return IntStream.range(0, hours.length)
                .mapToObj(index -> "\"2030-01-07T" + hours[index] + ":00Z\"")
                .collect(Collectors.joining(",", "{\"hours\":[", "]}"));
    }

    private static String repeated(int times) {
        return hours(IntStream.range(0, times).mapToObj(_ -> "12:00").toArray(String[]::new));
    }
}
