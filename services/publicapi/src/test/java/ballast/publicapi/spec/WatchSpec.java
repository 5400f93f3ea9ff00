package ballast.publicapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.publicapi.SizeLimits;
import ballast.types.protocol.v1.RecordedTransaction;
import ballast.types.publicapi.v1.WatchRequest;
import io.vertx.grpc.common.GrpcStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The change stream, over server-sent events and over gRPC.
final class WatchSpec {
    private static final long PATIENCE_SECONDS = 20;

    private final RememberedLedger ledger = new RememberedLedger();

    @Test
    void eventsComeInOrderFromAnyPositionAndGoOn() {
        ledger.transact(3);
        try (var server = new RunningServer(ledger);
                var connection = server.connect()) {
            connection.send("GET /v1/watch?from=2 HTTP/1.1\r\nHost: ledger\r\n\r\n");
            var received = connection.receivedUntil("id: 3\n");
            assertThat(received).contains("text/event-stream").doesNotContain("id: 1\n");
            ledger.transact(1);
            var data = connection.receivedUntil("id: 4\n");
            assertThat(data.indexOf("id: 2\n")).isLessThan(data.indexOf("id: 3\n"));
            var line = data.lines()
                    .filter(text -> text.startsWith("data: "))
                    .toList()
                    .getFirst();
            assertThat(OpenApi.flaws("#/components/schemas/RecordedTransaction", line.substring(6)))
                    .isEmpty();
        }
    }

    @Test
    void whoComesAgainNamesTheLastEventItSaw() {
        ledger.transact(3);
        try (var server = new RunningServer(ledger);
                var connection = server.connect()) {
            connection.send("GET /v1/watch?from=1 HTTP/1.1\r\nHost: ledger\r\nLast-Event-ID: 2\r\n\r\n");
            assertThat(connection.receivedUntil("id: 3\n"))
                    .doesNotContain("id: 1\n")
                    .doesNotContain("id: 2\n");
        }
    }

    @Test
    void aPositionThatIsNoneIsRefused() {
        try (var server = new RunningServer(ledger);
                var connection = server.connect()) {
            for (var from : List.of("0", "x", "-1", "18446744073709551615")) {
                assertThat(connection
                                .request("GET /v1/watch?from=" + from, "", "")
                                .response()
                                .status())
                        .isEqualTo(400);
            }
        }
    }

    @Test
    void silenceIsFilledWithHeartbeats() {
        try (var server = new RunningServer(ledger, SizeLimits.defaults(), Limits.shortHeartbeat());
                var connection = server.connect()) {
            connection.send("GET /v1/watch HTTP/1.1\r\nHost: ledger\r\n\r\n");
            assertThat(connection.receivedUntil(": nothing new")).contains("200 OK");
        }
    }

    @Test
    void aSlowReaderGetsEverythingInTheEnd() {
        ledger.transact(3_000);
        try (var server = new RunningServer(ledger, Limits.unreadBytes(200_000), Limits.patient());
                var connection = server.connectToReadMuch();
                var other = server.connect()) {
            connection.send("GET /v1/watch HTTP/1.1\r\nHost: ledger\r\n\r\n");
            other.send("GET /v1/watch?from=2999 HTTP/1.1\r\nHost: ledger\r\n\r\n")
                    .receivedUntil("id: 3000\n");
            var ids = connection.receivedUntilQuickly("id: 3000\n").lines().filter(line -> line.startsWith("id: "));
            assertThat(ids).hasSize(3_000).doesNotHaveDuplicates();
        }
    }

    @Test
    void aStopEndsTheStream() {
        var server = new RunningServer(ledger, SizeLimits.defaults(), Limits.patient());
        try (var connection = server.connect()) {
            connection.send("GET /v1/watch HTTP/1.1\r\nHost: ledger\r\n\r\n");
            connection.receivedUntil(": positions in order");
            var stopped = CompletableFuture.runAsync(server::close);
            assertThat(connection.receivedUntil("come again\n\n\r\n0\r\n")).contains("the server stops");
            stopped.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        }
    }

    @Test
    void noMoreThanSoManyWatch() {
        try (var server = new RunningServer(ledger, Limits.unreadBytes(200_000), Limits.patient())) {
            var open = new ArrayList<RawConnection>();
            for (int number = 0; number < 10; number++) {
                var connection = server.connect().send("GET /v1/watch HTTP/1.1\r\nHost: ledger\r\n\r\n");
                connection.receivedUntil(": positions in order");
                open.add(connection);
            }
            try (var one = server.connect()) {
                assertThat(one.request("GET /v1/watch", "", "").response().status())
                        .isEqualTo(503);
            }
            open.forEach(RawConnection::close);
            Eventually.holds("all have left", () -> server.gauge("ballast.api.watchers") == 0);
        }
    }

    @Test
    void overGrpcTheStreamEndsUnavailableWhenTheServerStops() throws Exception {
        ledger.transact(5);
        var server = new RunningServer(ledger, SizeLimits.defaults(), Limits.patient());
        try (var clients = new GrpcClients()) {
            var seen = new ArrayList<RecordedTransaction>();
            var end = clients.watch(
                    server.port(), WatchRequest.newBuilder().setFrom(2).build(), seen);
            Eventually.holds("four have come", () -> size(seen) == 4);
            ledger.transact(1);
            Eventually.holds("the fifth has come", () -> size(seen) == 5);
            var stopped = CompletableFuture.runAsync(server::close);
            assertThat(end.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(GrpcStatus.UNAVAILABLE);
            assertThat(seen.getFirst().getOutcome().getPosition()).isEqualTo(2);
            stopped.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        }
    }

    @Test
    void overGrpcAPositionThatIsNoneIsInvalid() throws Exception {
        try (var server = new RunningServer(ledger);
                var clients = new GrpcClients()) {
            var end = clients.watch(server.port(), WatchRequest.getDefaultInstance(), new ArrayList<>());
            assertThat(end.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(GrpcStatus.INVALID_ARGUMENT);
        }
    }

    private static int size(List<RecordedTransaction> seen) {
        synchronized (seen) {
            return seen.size();
        }
    }
}
