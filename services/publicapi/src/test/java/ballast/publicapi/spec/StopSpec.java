package ballast.publicapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.publicapi.PublicApiServerOptions;
import ballast.publicapi.Readiness;
import ballast.publicapi.SizeLimits;
import ballast.virtualmachine.testing.FakeVirtualMachine;
import ballast.virtualmachine.testing.LateVirtualMachine;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/// Starting, being ready, stopping.
final class StopSpec {
    private static final long PATIENCE_SECONDS = 20;
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    private final LateVirtualMachine ledger = new LateVirtualMachine(new FakeVirtualMachine());

    @Test
    void requestsInFlightAreAnsweredAndNewConnectionsAreRefused() throws Exception {
        var server = new RunningServer(ledger, SizeLimits.defaults(), Limits.patient());
        try (var busy = server.connect();
                var idle = server.connect()) {
            assertThat(idle.request("GET /healthz", "", "").response().body()).isEqualTo("ok");
            busy.request("POST /api/transfer?from=a&to=b&amount=1", "", "");
            Eventually.holds("the request has arrived", () -> ledger.waiting() == 1);
            var stopped = CompletableFuture.runAsync(server::close);
            assertThat(idle.isClosedByServer())
                    .describedAs("an idle connection is closed at once")
                    .isTrue();
            Eventually.holds("new connections are refused", () -> isRefused(server));
            assertThat(stopped).isNotDone();
            ledger.answerAll();
            var answer = busy.response();
            assertThat(answer.body()).isEqualTo("-1");
            assertThat(answer.header("connection")).contains("close");
            stopped.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /// Nobody waits for a connection that has not said anything yet.
    @Test
    void whatComesWhileTheLastAreAnsweredIsNotDone() throws Exception {
        var server = new RunningServer(ledger, SizeLimits.defaults(), Limits.patient());
        try (var busy = server.connect();
                var busyInHttp2 = server.connect();
                var late = server.connect();
                var lateInHttp2 = server.connect()) {
            busy.request("POST /api/transfer?from=a&to=b&amount=1", "", "");
            busyInHttp2.send(Http2Frames.PREFACE + Http2Frames.settings() + transfer(1));
            Eventually.holds("the requests have arrived", () -> ledger.waiting() == 2);
            var stopped = CompletableFuture.runAsync(server::close);
            Eventually.holds("new connections are refused", () -> isRefused(server));

            late.request("POST /api/transfer", FORM, "from=a&to=b&amount=1");
            var answer = late.response();
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body())
                    .isEqualTo("error: the ledger takes no calls now; nothing was done, try again later");
            assertThat(answer.header("connection")).contains("close");
            lateInHttp2.send(Http2Frames.PREFACE + Http2Frames.settings() + transfer(1));
            lateInHttp2.receivedUntil(Http2Frames.refused(1));
            busyInHttp2.send(transfer(3));
            busyInHttp2.receivedUntil(Http2Frames.refused(3));
            assertThat(ledger.waiting()).isEqualTo(2);
            ledger.answerAll();
            assertThat(busy.response().body()).isEqualTo("-1");
            busyInHttp2.receivedUntil(Http2Frames.data(Http2Frames.END_STREAM, 1, "-1"));
            stopped.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static String transfer(int stream) {
        return Http2Frames.headers(
                Http2Frames.END_STREAM | Http2Frames.END_HEADERS,
                stream,
                Http2Frames.request("POST", "/api/transfer?from=c&to=d&amount=1"));
    }

    @Test
    void aLedgerThatNeverAnswersDoesNotKeepTheServerFromStopping() {
        var server = new RunningServer(ledger, SizeLimits.defaults(), Limits.shortStop());
        try (var busy = server.connect()) {
            busy.request("POST /api/transfer?from=a&to=b&amount=1", "", "");
            Eventually.holds("the request has arrived", () -> ledger.waiting() == 1);
            Assertions.assertThatCode(server::close).doesNotThrowAnyException();
            assertThat(busy.isClosedByServer()).isTrue();
            Assertions.assertThatCode(ledger::answerAll)
                    .describedAs("an answer after the end")
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void readinessTurnsBeforeAnythingElseStops() throws Exception {
        var server = new RunningServer(new FakeVirtualMachine(), SizeLimits.defaults(), Limits.longNotice());
        var stopping = Thread.ofPlatform().unstarted(server::close);
        try (var connection = server.connect()) {
            assertThat(connection.request("GET /readyz", "", "").response().body())
                    .isEqualTo("ready");
            stopping.start();
            Eventually.holds("readiness has turned", () -> {
                try (var probe = server.connect()) {
                    return probe.request("GET /readyz", "", "").response().status() == 503;
                }
            });
            try (var other = server.connect()) {
                assertThat(other.request("GET /readyz", "", "").response().body())
                        .isEqualTo("error: stopping");
            }
            var transfer = connection
                    .request("POST /api/transfer?from=a&to=b&amount=1", "", "")
                    .response();
            assertThat(transfer.body()).isEqualTo("-1");
            assertThat(stopping.isAlive()).isTrue();
        } finally {
            // Nobody waits for the end of so long a notice.
            stopping.interrupt();
            stopping.join();
        }
    }

    @Test
    void theNoticeIsGivenAndHasAnEnd() {
        var server = new RunningServer(new FakeVirtualMachine(), SizeLimits.defaults(), Limits.shortNotice());
        long told = System.nanoTime();
        server.close();
        assertThat(Duration.ofNanos(System.nanoTime() - told)).isGreaterThanOrEqualTo(Limits.SHORT);
        assertThat(isRefused(server)).isTrue();
    }

    @Test
    void readinessTellsTheReason() {
        try (var server = new RunningServer(ledger);
                var connection = server.connect()) {
            server.readiness(new Readiness.NotReady("no leader"));
            var answer = connection.request("GET /readyz", "", "").response();
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).isEqualTo("error: no leader");
            assertThat(connection.request("GET /healthz", "", "").response().body())
                    .isEqualTo("ok");
            server.readiness(new Readiness.Ready());
            assertThat(connection.request("GET /readyz", "", "").response().body())
                    .isEqualTo("ready");
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        try (var server = new RunningServer(ledger)) {
            var options = PublicApiServerOptions.defaults().withPort(server.port());
            Assertions.assertThatThrownBy(() -> RunningServer.withOptions(ledger, options))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("cannot listen on 127.0.0.1 port %d".formatted(server.port()));
        }
    }

    private static boolean isRefused(RunningServer server) {
        try (var _ = server.connect()) {
            return false;
        } catch (UncheckedIOException e) {
            return true;
        }
    }
}
