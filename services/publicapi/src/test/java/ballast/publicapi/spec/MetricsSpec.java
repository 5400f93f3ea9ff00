package ballast.publicapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.virtualmachine.testing.FakeVirtualMachine;
import io.micrometer.core.instrument.Meter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What operators can count.
final class MetricsSpec {
    private final RunningServer server = new RunningServer(new FakeVirtualMachine());
    private final RawConnection connection = server.connect();

    @AfterEach
    void stop() {
        connection.close();
        server.close();
    }

    @Test
    void requestsAreCountedByRouteAndStatus() {
        send("GET /api/balance?from=a");
        send("GET /api/balance?from=a");
        send("GET /api/balance");
        send("POST /api/transfer?from=a&to=b&amount=1");
        send("GET /nowhere");
        assertThat(server.count("ballast.api.requests", "route", "balance", "status", "200"))
                .isEqualTo(2);
        assertThat(server.count("ballast.api.requests", "route", "balance", "status", "400"))
                .isEqualTo(1);
        assertThat(server.count("ballast.api.requests", "route", "transfer", "status", "200"))
                .isEqualTo(1);
        assertThat(server.count("ballast.api.requests", "route", "unknown", "status", "404"))
                .isEqualTo(1);
        var latency = server.registry()
                .get("ballast.api.latency")
                .tag("route", "balance")
                .timer();
        assertThat(latency.count()).isEqualTo(3);
        assertThat(latency.totalTime(TimeUnit.NANOSECONDS)).isPositive();
    }

    @Test
    void noRequestCanMakeANewMeterOfItsOwn() {
        send("GET /nowhere");
        long before = meters();
        for (int number = 0; number < 50; number++) {
            send("GET /nowhere/" + number + "?x=" + number);
        }
        assertThat(meters()).isEqualTo(before);
    }

    @Test
    void openConnectionsAreCounted() {
        send("GET /healthz");
        assertThat(server.gauge("ballast.api.connections")).isEqualTo(1);
        try (var other = server.connect()) {
            other.request("GET /healthz", "", "").response();
            assertThat(server.gauge("ballast.api.connections")).isEqualTo(2);
        }
        Eventually.holds("the other is gone", () -> server.gauge("ballast.api.connections") == 1);
    }

    @Test
    void thePageOfMetricsIsPrometheusText() {
        connection.request("GET /metrics", "", "");
        var response = connection.response();
        assertThat(response.header("content-type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(response.body()).isEqualTo("metrics_page 1\n");
    }

    @Test
    void aPageThatCannotBeWrittenIsToldWithoutItsInsides() {
        server.page(() -> {
            throw new IllegalStateException("secret");
        });
        try (var errors = new LoggedErrors("ballast.publicapi.Probes")) {
            connection.request("GET /metrics", "", "");
            var response = connection.response();
            assertThat(response.status()).isEqualTo(500);
            assertThat(response.body()).isEqualTo("error: the page of metrics cannot be written");
            assertThat(errors.messages()).containsExactly("the page of metrics cannot be written");
        }
    }

    @Test
    void onePageIsWrittenAtATime() {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        server.page(() -> {
            begun.countDown();
            await(mayEnd);
            return "late";
        });
        connection.request("GET /metrics", "", "");
        await(begun);
        try (var other = server.connect()) {
            other.request("GET /metrics", "", "");
            assertThat(other.response().body()).isEqualTo("error: another reader is being served; try again");
        }
        mayEnd.countDown();
        assertThat(connection.response().body()).isEqualTo("late");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void send(String request) {
        connection.request(request, "", "").response();
    }

    private long meters() {
        return server.registry().getMeters().stream()
                .map(Meter::getId)
                .map(Meter.Id::getName)
                .filter(name -> name.startsWith("ballast.api"))
                .count();
    }
}
