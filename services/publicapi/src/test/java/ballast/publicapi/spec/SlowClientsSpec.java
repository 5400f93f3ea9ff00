package ballast.publicapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.publicapi.SizeLimits;
import ballast.publicapi.TimeLimits;
import ballast.virtualmachine.testing.FakeVirtualMachine;
import ballast.virtualmachine.testing.LateVirtualMachine;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Nobody holds a connection by dawdling; nobody loses one by waiting for the ledger.
final class SlowClientsSpec {
    private static final String BALANCE = "GET /api/balance?from=a HTTP/1.1\r\nHost: ledger\r\n\r\n";
    private static final Duration PIECE_OF_TIME = Limits.SHORT.dividedBy(10);
    private static final String BODY_TO_COME = """
            POST /api/transfer HTTP/1.1\r
            Host: ledger\r
            Content-Type: application/x-www-form-urlencoded\r
            Content-Length: 60000\r
            \r
            """;

    @Test
    void aConnectionThatSendsNothingIsClosed() {
        try (var server = server(Limits.shortHeaders());
                var connection = server.connect()) {
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @Test
    void aDripOfHeadersIsCutOff() {
        try (var server = server(Limits.shortHeaders());
                var connection = server.connect()) {
            connection.send("GET /api/balance?from=a HTTP/1.1\r\n");
            assertThat(connection.dripUntilClosed("X")).isTrue();
            assertThat(connection.received()).isEmpty();
        }
    }

    @Test
    void aDripOfHeadersIsCutOffOnAConnectionThatHasServedBefore() {
        var clock = new MovedClock();
        try (var server = new RunningServer(new FakeVirtualMachine(), Limits.shortHeaders(), clock);
                var connection = server.connect()) {
            assertThat(connection.send(BALANCE).response().body()).isEqualTo("0");
            connection.send("GET /api/balance?from=a HTTP/1.1\r\n");
            assertThat(connection.dripUntilClosed("X", () -> clock.move(PIECE_OF_TIME)))
                    .isTrue();
            assertThat(connection.received()).isEmpty();
        }
    }

    @Test
    void aDripOfABodyIsToldAndCutOff() {
        try (var server = server(Limits.shortBody());
                var connection = server.connect()) {
            connection.send(BODY_TO_COME);
            assertThat(connection.dripUntilClosed("x")).isTrue();
            assertThat(connection.received())
                    .startsWith("HTTP/1.1 408 ")
                    .contains("connection: close")
                    .endsWith("error: the body did not arrive in time");
        }
    }

    @Test
    void aDripOfABodyThatWasRefusedIsCutOff() {
        try (var server = server(Limits.shortBody());
                var connection = server.connect()) {
            connection.send(BODY_TO_COME.replace("/api/transfer", "/nowhere"));
            assertThat(connection.response().status()).isEqualTo(404);
            assertThat(connection.dripUntilClosed("x")).isTrue();
        }
    }

    @Test
    void anIdleConnectionIsClosed() {
        try (var server = server(Limits.shortIdle());
                var connection = server.connect()) {
            assertThat(connection.send(BALANCE).response().body()).isEqualTo("0");
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @Test
    void pingsDoNotKeepAnIdleHttp2ConnectionOpen() {
        try (var server = server(Limits.shortIdle());
                var connection = server.connect()) {
            connection.send(Http2Frames.PREFACE).send(Http2Frames.settings());
            assertThat(connection.dripUntilClosed(Http2Frames.ping())).isTrue();
        }
    }

    @Test
    void aClientThatReadsNothingIsCutOffInTime() {
        try (var server = server(Limits.unreadBytes(1 << 30), Limits.shortUnread());
                var connection = server.connect()) {
            server.page(() -> "x".repeat(8 << 20));
            assertThat(connection.send(BALANCE).response().body()).isEqualTo("0");
            connection.request("GET /metrics", "", "");
            Eventually.holds("the connection is closed", () -> server.gauge("ballast.api.connections") == 0);
        }
    }

    @Test
    void aClientThatLeavesTooMuchUnreadIsCutOffAtOnce() {
        try (var server = server(Limits.unreadBytes(100_000), Limits.patient());
                var connection = server.connect()) {
            server.page(() -> "x".repeat(60_000));
            assertThat(connection.send(BALANCE).response().body()).isEqualTo("0");
            // At once, since the connection may be closed before the last of them.
            connection.send("GET /metrics HTTP/1.1\r\nHost: ledger\r\n\r\n".repeat(200));
            Eventually.holds("the connection is closed", () -> server.gauge("ballast.api.connections") == 0);
        }
    }

    @Test
    void aClientThatReadsInTheEndGetsEverything() {
        try (var server = server(Limits.unreadBytes(1 << 30), Limits.patient());
                var connection = server.connect()) {
            server.page(() -> "x".repeat(8 << 20));
            connection.request("GET /metrics", "", "");
            assertThat(connection.response().body()).hasSize(8 << 20);
            assertThat(connection.send(BALANCE).response().body()).isEqualTo("0");
        }
    }

    @Test
    void whoWaitsForTheLedgerKeepsItsConnection() {
        var ledger = new LateVirtualMachine(new FakeVirtualMachine());
        var clock = new MovedClock();
        try (var server = new RunningServer(ledger, Limits.shortHeaders(), clock);
                var waiting = server.connect();
                var silent = server.connect()) {
            waiting.send(BALANCE);
            Eventually.holds("the call has arrived", () -> ledger.waiting() == 1);
            Eventually.holds("both are there", () -> server.gauge("ballast.api.connections") == 2);
            Eventually.holds("the silent one is closed", () -> {
                clock.move(PIECE_OF_TIME);
                return server.gauge("ballast.api.connections") == 1;
            });
            assertThat(silent.isClosedByServer()).isTrue();
            ledger.answerAll();
            assertThat(waiting.response().body()).isEqualTo("0");
        }
    }

    private static RunningServer server(TimeLimits times) {
        return server(SizeLimits.defaults(), times);
    }

    private static RunningServer server(SizeLimits sizes, TimeLimits times) {
        return new RunningServer(new FakeVirtualMachine(), sizes, times);
    }
}
