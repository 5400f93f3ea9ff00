package workouts.trainer;

import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import workouts.chassis.RunningService;
import workouts.chassis.Surroundings;
import workouts.chassis.failpoints.FailPoints;
import workouts.chassis.grpc.GrpcSettings;
import workouts.chassis.grpc.Neighbours;
import workouts.chassis.testing.Api;
import workouts.chassis.testing.ManualClock;
import workouts.chassis.testing.OpenApi;
import workouts.chassis.testing.TestDatabase;
import workouts.chassis.testing.Tokens;
import workouts.contracts.trainer.TrainerServiceGrpc;
import workouts.trainer.testing.HourStore;
import workouts.trainer.testing.Sample;

/// The service as its `Main` starts it, once for all tests, on free ports. It is Monday, 10:00, and stays so.
final class RunningTrainer {
    static final OpenApi CONTRACT = OpenApi.of("/openapi/trainer.yml");
    static final UUID HOUSE = UUID.fromString("5f1d7f3c-54a2-4c2b-9a54-1c7f6f0b8c11");
    static final String CREDENTIAL = "a-credential-of-the-tests-of-the-trainer";
    private static final ManualClock CLOCK = ManualClock.at(Sample.NOW);
    private static final Tokens TOKENS = new Tokens(CLOCK);

    /// For as long as the tests run.
    private static final class Shared {
        static final RunningService SERVICE = start(HourStore.database());
        static final TrainerServiceGrpc.TrainerServiceBlockingStub STUB = stub(neighbours(), SERVICE);
    }

    private RunningTrainer() {}

    static RunningService shared() {
        return Shared.SERVICE;
    }

    /// Whose answers have to be as the contract says.
    static Api api(RunningService service) {
        return Api.at(service.address()).keeping(CONTRACT);
    }

    static Api nobody() {
        return api(shared());
    }

    static Api trainer(UUID uuid) {
        return nobody().as(TOKENS.trainer(uuid));
    }

    static Api attendee() {
        return nobody().as(attendeeToken());
    }

    static String attendeeToken() {
        return TOKENS.attendee(UUID.randomUUID());
    }

    /// As another service calls it.
    static TrainerServiceGrpc.TrainerServiceBlockingStub grpc() {
        return Shared.STUB;
    }

    /// Who knows the credential.
    static Neighbours neighbours() {
        return new Neighbours(new GrpcSettings("127.0.0.1", 0, CREDENTIAL), ObservationRegistry.NOOP);
    }

    static TrainerServiceGrpc.TrainerServiceBlockingStub stub(Neighbours neighbours, RunningService service) {
        return TrainerServiceGrpc.newBlockingStub(
                neighbours.channel(service.grpcTarget(), Duration.ofSeconds(20), TrainerServiceGrpc.SERVICE_NAME));
    }

    static RunningService start(TestDatabase database, String... more) {
        var arguments = new ArrayList<>(database.arguments());
        arguments.addAll(List.of(
                "--spring.profiles.active=dev",
                "--workouts.jwt.dev-secret=" + Tokens.SECRET,
                "--workouts.grpc.credential=" + CREDENTIAL,
                "--workouts.house-trainer=" + HOUSE));
        arguments.addAll(Arrays.asList(more));
        return startWith(arguments);
    }

    /// With these settings only.
    static RunningService startWith(List<String> arguments) {
        var all = new ArrayList<>(arguments);
        all.add("--server.port=0");
        all.add("--workouts.grpc.port=0");
        var surroundings = new Surroundings(CLOCK, UUID::randomUUID, FailPoints.disarmed());
        return TrainerService.SERVICE.start(surroundings, all.toArray(String[]::new));
    }
}
