package workouts.chassis;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import workouts.chassis.grpc.Answer;
import workouts.chassis.grpc.GrpcSettings;
import workouts.chassis.grpc.Neighbours;
import workouts.chassis.testing.Api;
import workouts.chassis.testing.Postgres;
import workouts.chassis.tiny.Gate;
import workouts.chassis.tiny.TinyService;
import workouts.contracts.users.GetTrainingBalanceRequest;
import workouts.contracts.users.UsersServiceGrpc;

/// A service that is stopped takes nothing more and finishes what it has taken.
final class StopIT {
    @Test
    @Timeout(60)
    void whatIsUnderWayIsFinishedAndNothingElseIsTaken() throws Exception {
        var service = TinyService.start(Postgres.empty());
        var gate = service.bean(Gate.class);
        var api = Api.at(service.address()).as(TinyService.TOKENS.trainer(UUID.randomUUID()));
        var settings = new GrpcSettings("127.0.0.1", 0, TinyService.CREDENTIAL);
        try (var neighbours = new Neighbours(settings, ObservationRegistry.NOOP);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var stub =
                    UsersServiceGrpc.newBlockingStub(neighbours.channel(service.grpcTarget(), Duration.ofSeconds(30)));
            var waiting =
                    GetTrainingBalanceRequest.newBuilder().setUserId("gate").build();
            var http = threads.submit(() -> api.get("/api/tiny/gate"));
            var grpc = threads.submit(() -> Answer.of(() -> stub.getTrainingBalance(waiting)));
            gate.awaitBoth();
            int port = service.address().getPort();
            var stopped = threads.submit(service::close);
            awaitClosed(port);
            assertThat(stopped.isDone()).isFalse();
            gate.open();
            assertThat(http.get().status()).isEqualTo(200);
            assertThat(grpc.get()).isInstanceOf(Answer.Given.class);
            stopped.get();
        }
    }

    /// Until the port is not there any more; the test's own time limit ends this.
    private static void awaitClosed(int port) {
        while (true) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                Thread.onSpinWait();
            } catch (IOException e) {
                return;
            }
        }
    }
}
