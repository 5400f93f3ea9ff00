package ballast.publicapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.publicapi.SizeLimits;
import ballast.virtualmachine.testing.FakeVirtualMachine;
import ballast.virtualmachine.testing.LateVirtualMachine;
import org.junit.jupiter.api.Test;

/// Too much is refused at once, and what was admitted is not harmed by it.
final class OverloadSpec {
    private static final String TRANSFER = "POST /api/transfer?from=a&to=b&amount=1";

    private final LateVirtualMachine ledger = new LateVirtualMachine(new FakeVirtualMachine());

    @Test
    void oneRequestMoreThanAllowedIsRefusedAtOnce() {
        try (var server = new RunningServer(ledger, SizeLimits.defaults().withInFlightMax(2), Limits.patient());
                var first = server.connect();
                var second = server.connect();
                var third = server.connect()) {
            first.request(TRANSFER, "", "");
            Eventually.holds("the first has arrived", () -> ledger.waiting() == 1);
            second.request("GET /api/balance?from=a", "", "");
            Eventually.holds("both have arrived", () -> ledger.waiting() == 2);
            var refused = third.request(TRANSFER, "", "").response();
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body()).isEqualTo("error: too much is waiting; nothing was done, try again later");
            assertThat(refused.header("retry-after")).contains("1");
            assertThat(third.request("GET /healthz", "", "").response().body())
                    .describedAs("what operators ask is answered still")
                    .isEqualTo("ok");
            assertThat(server.count("ballast.api.requests.shed")).isEqualTo(1);
            ledger.answerAll();
            assertThat(first.response().body()).isEqualTo("-1");
            assertThat(second.response().body()).isEqualTo("-1");
            third.request(TRANSFER, "", "");
            Eventually.holds("there is room again", () -> ledger.waiting() == 1);
            ledger.answerAll();
            assertThat(third.response().body()).isEqualTo("-2");
        }
    }

    @Test
    void oneConnectionMoreThanAllowedIsClosedAtOnce() {
        try (var server = new RunningServer(ledger, SizeLimits.defaults().withConnectionsMax(2), Limits.patient())) {
            try (var first = server.connect();
                    var second = server.connect();
                    var third = server.connect()) {
                assertThat(third.isClosedByServer()).isTrue();
                assertThat(first.request("GET /healthz", "", "").response().body())
                        .isEqualTo("ok");
                assertThat(second.request("GET /healthz", "", "").response().body())
                        .isEqualTo("ok");
                assertThat(server.count("ballast.api.connections.refused")).isEqualTo(1);
            }
            Eventually.holds("the others are gone", () -> server.gauge("ballast.api.connections") == 0);
            try (var fourth = server.connect()) {
                assertThat(fourth.request("GET /healthz", "", "").response().body())
                        .isEqualTo("ok");
            }
        }
    }

    @Test
    void anAnswerThatDoesNotComeIsTakenForUnknown() {
        // With a clock that moves when the test says so: the repeat must be answered in time.
        var clock = new MovedClock();
        try (var server = new RunningServer(ledger, Limits.shortAnswer(), clock);
                var connection = server.connect()) {
            connection.request(TRANSFER, "", "");
            Eventually.holds("the request has arrived", () -> ledger.waiting() == 1);
            clock.move(Limits.SHORT);
            var late = connection.response();
            assertThat(late.status()).isEqualTo(504);
            assertThat(late.body())
                    .isEqualTo("error: the outcome is unknown;"
                            + " repeat with Ballast-Transaction-Id as Idempotency-Key to learn it");
            assertThat(server.gauge("ballast.api.requests.inflight"))
                    .describedAs("what is still at work behind counts")
                    .isEqualTo(1);
            ledger.answerAll();
            Eventually.holds("the late answer came", () -> server.gauge("ballast.api.requests.inflight") == 0);
            var key = "Idempotency-Key: %s\r\n"
                    .formatted(late.header("ballast-transaction-id").orElseThrow());
            connection.request(TRANSFER, key, "");
            Eventually.holds("the repeat has arrived", () -> ledger.waiting() == 1);
            ledger.answerAll();
            assertThat(connection.response().body())
                    .describedAs("the transfer happened once")
                    .isEqualTo("-1");
        }
    }

    @Test
    void aClientThatLeavesIsForgottenWhenItsAnswerComes() {
        try (var server = new RunningServer(ledger)) {
            try (var connection = server.connect()) {
                connection.request(TRANSFER, "", "");
                Eventually.holds("the request has arrived", () -> ledger.waiting() == 1);
            }
            Eventually.holds("the connection is gone", () -> server.gauge("ballast.api.connections") == 0);
            ledger.answerAll();
            Eventually.holds("nothing is left", () -> server.gauge("ballast.api.requests.inflight") == 0);
        }
    }
}
