package workouts.users;

import ballast.client.testing.ServerInMemory;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
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
import workouts.chassis.testing.Postgres;
import workouts.chassis.testing.Tokens;
import workouts.contracts.users.UpdateTrainingBalanceRequest;
import workouts.contracts.users.UsersServiceGrpc;
import workouts.contracts.users.UsersServiceGrpc.UsersServiceBlockingStub;

/// The service, started as its `Main` does on ports of the system's choice. Thread-safe.
final class RunningUsers {
    static final ManualClock CLOCK = ManualClock.at("2030-01-07T10:00:00Z");
    static final Tokens TOKENS = new Tokens(CLOCK);
    static final OpenApi CONTRACT = OpenApi.of("/openapi/users.yml");
    private static final String CREDENTIAL = "a-credential-of-the-users-service-tests";

    /// Of a caller's call; a machine that is busy with other tests may be slow.
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    /// One for all tests that leave it running, and its ledger. Both end with the JVM.
    private static final class Shared {
        static final RunningUsers USERS = start(new ServerInMemory().url(), DEADLINE);
    }

    private final RunningService service;
    private final UsersServiceBlockingStub grpc;

    private RunningUsers(RunningService service) {
        this.service = service;
        var neighbours = new Neighbours(new GrpcSettings("127.0.0.1", 0, CREDENTIAL), ObservationRegistry.NOOP);
        // no service is named, so that no attempt is repeated behind a test's back
        this.grpc = UsersServiceGrpc.newBlockingStub(neighbours.channel(service.grpcTarget(), DEADLINE));
    }

    static RunningUsers shared() {
        return Shared.USERS;
    }

    /// Starts one on another ledger.
    static RunningUsers start(URI ballast, Duration deadline) {
        var arguments = new ArrayList<>(Postgres.empty().arguments());
        arguments.addAll(List.of(
                "--server.port=0",
                "--workouts.grpc.port=0",
                "--spring.profiles.active=dev",
                "--workouts.jwt.dev-secret=" + Tokens.SECRET,
                "--workouts.grpc.credential=" + CREDENTIAL,
                "--workouts.ballast.url=" + ballast,
                "--workouts.ballast.deadline=" + deadline));
        var surroundings = new Surroundings(CLOCK, UUID::randomUUID, FailPoints.disarmed());
        return new RunningUsers(UsersService.SERVICE.start(surroundings, arguments.toArray(String[]::new)));
    }

    RunningService service() {
        return service;
    }

    /// Nobody in particular; every answer is compared with the contract.
    Api api() {
        return Api.at(service.address()).keeping(CONTRACT);
    }

    Api attendee(UUID uuid) {
        return api().as(TOKENS.attendee(uuid));
    }

    UsersServiceBlockingStub grpc() {
        return grpc;
    }

    String grpcTarget() {
        return service.grpcTarget();
    }

    /// Somebody new with so many credits.
    UUID somebodyWith(long credits) {
        var somebody = UUID.randomUUID();
        var _ = grpc.updateTrainingBalance(UpdateTrainingBalanceRequest.newBuilder()
                .setUserId(somebody.toString())
                .setAmountChange(credits)
                .setRequestId(UUID.randomUUID().toString())
                .setReason("ten for nine")
                .build());
        return somebody;
    }
}
