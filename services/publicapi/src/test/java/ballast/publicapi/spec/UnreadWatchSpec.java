package ballast.publicapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.publicapi.SizeLimits;
import ballast.publicapi.TimeLimits;
import ballast.types.publicapi.v1.WatchRequest;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Nobody keeps one of the change streams by keeping an HTTP/2 connection alive and reading nothing of the stream.
final class UnreadWatchSpec {
    private static final long PATIENCE_SECONDS = 20;
    private static final int WHOLE = Http2Frames.END_HEADERS | Http2Frames.END_STREAM;
    private static final int CANCEL = 8;
    private static final int HEARTBEAT_FRAME_BYTES = 9 + ": nothing new\n\n".length();
    private static final int CONNECTION_WINDOW_BYTES = 8 << 20;
    private static final Duration LIMIT = TimeLimits.defaults().watchUnreadMax();
    private static final Duration NEARLY = LIMIT.minusSeconds(1);

    private final RememberedLedger ledger = new RememberedLedger();
    private final MovedClock clock = new MovedClock();
    private final Vertx vertx = Vertx.vertx();

    /// The connection has room for other answers when a stream has none.
    private final HttpClient client = vertx.createHttpClient(new HttpClientOptions()
            .setProtocolVersion(HttpVersion.HTTP_2)
            .setHttp2ClearTextUpgrade(false)
            .setHttp2ConnectionWindowSize(CONNECTION_WINDOW_BYTES));

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void anEventStreamOfWhichNothingIsReadIsResetAndItsConnectionLives() throws Exception {
        ledger.transact(3_000);
        try (var server = server()) {
            var end = unread(server, HttpMethod.GET, Buffer.buffer());
            assertThat(end.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            StreamResetException.class,
                            reset -> assertThat(reset.getCode()).isEqualTo(CANCEL));
            Eventually.holds("the place is free", () -> server.gauge("ballast.api.watchers") == 0);
            assertThat(status(server)).isEqualTo(200);
            assertThat(server.gauge("ballast.api.connections")).isEqualTo(1);
        }
    }

    @Test
    void aGrpcStreamOfWhichNothingIsReadIsResetAndItsConnectionLives() throws Exception {
        ledger.transact(3_000);
        try (var server = server()) {
            var message = WatchRequest.newBuilder().setFrom(1).build().toByteArray();
            var end = unread(
                    server,
                    HttpMethod.POST,
                    Buffer.buffer()
                            .appendByte((byte) 0)
                            .appendInt(message.length)
                            .appendBytes(message));
            assertThat(end.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isInstanceOf(StreamResetException.class);
            Eventually.holds("the place is free", () -> server.gauge("ballast.api.watchers") == 0);
            assertThat(status(server)).isEqualTo(200);
            assertThat(server.gauge("ballast.api.connections")).isEqualTo(1);
        }
    }

    @Test
    void aSignOfLifeThatNobodyReadsIsNotReadEither() {
        try (var server = manual();
                var connection = watchWithWindow(server, 0)) {
            Eventually.holds("the stream is open", () -> server.gauge("ballast.api.watchers") == 1);
            Eventually.holds("the stream is reset", () -> {
                clock.move(LIMIT);
                return server.gauge("ballast.api.watchers") == 0;
            });
            assertThat(connection.receivedUntil(Http2Frames.reset(1))).doesNotContain("positions in order");
        }
    }

    @Test
    void aLedgerInWhichNothingHappensIsNoReasonToEndAStream() {
        try (var server = manual();
                var connection = watchWithWindow(server, 60_000)) {
            connection.receivedUntil(": positions in order");
            for (int silence = 0; silence < 8; silence++) {
                clock.move(NEARLY);
                connection.receiveMore(HEARTBEAT_FRAME_BYTES);
            }
            ledger.transact(1);
            assertThat(connection.receivedUntil("id: 1\n")).doesNotContain(Http2Frames.reset(1));
        }
    }

    @Test
    void whoReadsAPieceNowAndThenIsKeptUntilItStops() {
        ledger.transact(200);
        try (var server = manual();
                var connection = watchWithWindow(server, 1_000)) {
            connection.receivedUntil("id: 1\n");
            for (int piece = 0; piece < 8; piece++) {
                clock.move(NEARLY);
                connection.send(Http2Frames.windowUpdate(1, 1_000)).send(Http2Frames.ping(piece));
                connection.receivedUntil(Http2Frames.pong(piece));
            }
            assertThat(server.gauge("ballast.api.watchers")).isEqualTo(1);
            Eventually.holds("the stream is reset", () -> {
                clock.move(LIMIT);
                return server.gauge("ballast.api.watchers") == 0;
            });
            assertThat(connection.receivedUntil(Http2Frames.reset(1))).contains("id: 10\n");
            assertThat(connection.send(Http2Frames.ping()).isClosedByServerOrAnswers("\6\1"))
                    .isTrue();
        }
    }

    /// Whoever comes again goes on where it was: what waited was not counted as seen by anybody.
    @Test
    void whoComesAgainMissesNothing() {
        ledger.transact(60);
        try (var server = manual();
                var first = watchWithWindow(server, 1_000)) {
            first.receivedUntil("id: 2\n");
            Eventually.holds("the stream is reset", () -> {
                clock.move(LIMIT);
                return server.gauge("ballast.api.watchers") == 0;
            });
            first.send(Http2Frames.headers(WHOLE, 3, Http2Frames.request("GET", "/v1/watch?from=3")))
                    .send(Http2Frames.windowUpdate(3, 1 << 20))
                    .send(Http2Frames.windowUpdate(0, 1 << 20));
            assertThat(first.receivedUntil("id: 60\n")).contains("id: 3\n", "id: 4\n");
        }
    }

    private RunningServer server() {
        return new RunningServer(ledger, SizeLimits.defaults(), Limits.shortWatchUnread());
    }

    /// A server whose time passes when the test says so.
    private RunningServer manual() {
        return new RunningServer(ledger, Limits.patientButForWatches(), clock);
    }

    private static RawConnection watchWithWindow(RunningServer server, int bytes) {
        return server.connect()
                .send(Http2Frames.PREFACE)
                .send(Http2Frames.settingsWithWindow(bytes))
                .send(Http2Frames.headers(WHOLE, 1, Http2Frames.request("GET", "/v1/watch")));
    }

    /// Opens a stream of which nothing is read, over HTTP by GET and over gRPC by POST, and tells how it ends.
    private CompletableFuture<Throwable> unread(RunningServer server, HttpMethod method, Buffer body) {
        var end = new CompletableFuture<Throwable>();
        var path = method.equals(HttpMethod.GET) ? "/v1/watch" : "/ballast.publicapi.v1.PublicApi/Watch";
        client.request(method, server.port(), "127.0.0.1", path)
                .compose(request -> {
                    var sent = method.equals(HttpMethod.GET)
                            ? request.send()
                            : request.putHeader("content-type", "application/grpc")
                                    .send(body);
                    // On the event loop: a step that this thread adds may come when much has been read.
                    return sent.onSuccess(response -> {
                        response.pause();
                        response.exceptionHandler(end::complete);
                    });
                })
                .onFailure(end::complete);
        return end;
    }

    private int status(RunningServer server) throws Exception {
        return client.request(HttpMethod.GET, server.port(), "127.0.0.1", "/healthz")
                .compose(request -> request.send())
                .map(HttpClientResponse::statusCode)
                .toCompletionStage()
                .toCompletableFuture()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
