package workouts.trainings.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import workouts.chassis.Surroundings;
import workouts.chassis.failpoints.FailPoints;
import workouts.chassis.testing.Api;
import workouts.chassis.testing.ManualClock;
import workouts.trainings.TrainingsService;

/// What those see who run the service.
final class OperationsSpec {
    private final Network network = Network.shared();

    @Test
    void tellsThatItIsReadyAndWhatItHasDone() {
        var guest = network.guest();
        guest.booked(48);
        assertThat(guest.book(47, "").told()).isEqualTo("409 not-enough-credits");
        var probes = Api.at(network.service.address());
        assertThat(probes.get("/actuator/health/readiness").status()).isEqualTo(200);
        var meters = probes.get("/actuator/prometheus").body();
        assertThat(meters)
                .contains("workouts_sagas_owed")
                .containsPattern("workouts_command_seconds_count.*handler=\"ScheduleTraining\".*outcome=\"done\"")
                .containsPattern("workouts_command_seconds_count.*slug=\"not-enough-credits\"")
                .doesNotContain(guest.attendeeId().toString());
    }

    @Test
    void doesNotStartWithoutKnowingItsNeighbours() {
        Clock clock = ManualClock.at("2027-03-10T12:00:00Z");
        var surroundings = new Surroundings(clock, UUID::randomUUID, FailPoints.disarmed());
        var nothing = List.of("--server.port=0", "--spring.profiles.active=dev").toArray(String[]::new);
        assertThatThrownBy(() -> TrainingsService.SERVICE.start(surroundings, nothing))
                .hasStackTraceContaining("workouts.trainer.target")
                .hasStackTraceContaining("workouts.users.target")
                .hasStackTraceContaining("workouts.house-trainer");
    }
}
