package workouts.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workouts.chassis.settings.FaultySettings;
import workouts.chassis.testing.Api;
import workouts.chassis.testing.TestDatabase;
import workouts.contracts.trainer.UpdateHourRequest;
import workouts.trainer.domain.hour.Reservation;
import workouts.trainer.testing.HourStore;
import workouts.trainer.testing.Sample;

/// What who runs the service needs to know of it.
final class OperationsSpec {
    private final Api operator = Api.at(RunningTrainer.shared().address());

    @ParameterizedTest
    @ValueSource(strings = {"health", "health/liveness", "health/readiness"})
    void healthIsToldWithoutAToken(String probe) {
        var answer = operator.get("/actuator/" + probe);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("status").asText()).isEqualTo("UP");
    }

    @Test
    void commandsAndQueriesAreCountedByNameAndOutcome() {
        var api = RunningTrainer.trainer(UUID.randomUUID());
        api.put("/api/trainer/calendar/make-hour-available", "{\"hours\":[]}");
        api.put("/api/trainer/calendar/make-hour-available", "{\"hours\":[\"2020-01-07T12:00:00Z\"]}");
        api.get("/api/trainer/calendar?dateFrom=2030-01-07&dateTo=2030-01-07");
        api.get("/api/trainer/calendar?dateFrom=2030-01-07&dateTo=2031-01-07");
        var meters = operator.get("/actuator/prometheus").body().lines().toList();
        for (var tags : List.of(
                List.of("workouts_command_seconds_count", "\"MakeHoursAvailable\"", "\"done\"", "\"none\""),
                List.of("workouts_command_seconds_count", "\"MakeHoursAvailable\"", "\"refused\"", "\"past-hour\""),
                List.of("workouts_query_seconds_count", "\"Calendar\"", "\"done\"", "\"none\""),
                List.of("workouts_query_seconds_count", "\"Calendar\"", "\"refused\"", "\"range-too-long\""),
                List.of("http_server_requests_seconds_count", "\"/api/trainer/calendar\""),
                List.of("hikaricp_connections_active", "\"trainer\""))) {
            assertThat(meters)
                    .describedAs(tags.toString())
                    .anyMatch(line -> tags.stream().allMatch(line::contains));
        }
    }

    @Test
    void everythingThatIsWrongWithTheSettingsIsToldAtOnce() {
        assertThatThrownBy(() -> RunningTrainer.startWith(List.of(
                        "--workouts.zone=Middle/Earth",
                        "--workouts.trainer.first-hour=20",
                        "--workouts.trainer.last-hour=12",
                        "--workouts.trainer.weeks-ahead=0")))
                .rootCause()
                .isInstanceOf(FaultySettings.class)
                .hasMessageContainingAll(
                        "workouts.database.url is missing",
                        "workouts.house-trainer is missing",
                        "workouts.zone must be a time zone",
                        "the first working hour, 20, must not come after the last, 12",
                        "workouts.trainer.weeks-ahead must be a whole number from 1 to 520");
    }

    /// Booked under other settings than those of the service that cancels.
    @Test
    void tighterWorkingHoursLeaveBookingsVisibleAndCancelableAndTheServiceStopsWhenTold() {
        var database = HourStore.database();
        try (var store = HourStore.on(database)) {
            var sample = Sample.in(store.hours());
            var reservation = Sample.reservation();
            sample.open(12);
            sample.hold(12, reservation);
            int port = servedByMornings(database, sample, reservation);
            assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port))
                    .isInstanceOf(ConnectException.class);
            assertThat(sample.find(12).isOpen()).isTrue();
        }
    }

    /// By a service that has ended then.
    private static int servedByMornings(TestDatabase database, Sample sample, Reservation reservation) {
        var trainer = sample.trainer();
        try (var service = RunningTrainer.start(
                        database,
                        "--workouts.zone=Europe/Warsaw",
                        "--workouts.trainer.first-hour=8",
                        "--workouts.trainer.last-hour=9",
                        "--workouts.trainer.weeks-ahead=1");
                var neighbours = RunningTrainer.neighbours()) {
            var api = RunningTrainer.api(service).as(RunningTrainer.attendeeToken());
            assertThat(CalendarSpec.told(api, trainer.value())).isEqualTo("07- 08- 12!");
            var cancel = UpdateHourRequest.newBuilder()
                    .setTime(TrainerGrpcSpec.timestamp("2030-01-07T12:00:00Z"))
                    .setTrainerId(trainer.toString())
                    .setBookingId(reservation.booking().toString())
                    .setReservationId(reservation.id().toString())
                    .build();
            assertThat(RunningTrainer.stub(neighbours, service).cancelTraining(cancel))
                    .isNotNull();
            assertThat(CalendarSpec.told(api, trainer.value())).isEqualTo("07- 08-");
            return service.address().getPort();
        }
    }
}
