package ballast.publicapi;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/// A request of the plain HTTP interface and its answer.
final class HttpExchange extends Exchange {
    private static final CharSequence POSITION = HttpHeaders.createOptimized("Ballast-Position");
    private static final CharSequence TRANSACTION_ID = HttpHeaders.createOptimized("Ballast-Transaction-Id");
    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence CLOSE = HttpHeaders.createOptimized("close");
    private static final CharSequence ONE_SECOND = HttpHeaders.createOptimized("1");
    private static final int UNAVAILABLE = 503;
    private static final String V1 = "/v1/";

    private final HttpFront front;
    private final RouteMetrics metrics;
    private final Target target;
    private final Route route;

    HttpExchange(HttpFront front, ConnectionGuard guard, HttpServerRequest request, Target target) {
        super(guard, request);
        this.front = front;
        this.target = target;
        route = Route.of(target.path());
        metrics = front.metrics(route);
    }

    Route route() {
        return route;
    }

    /// What the path names, of a route whose path names something.
    String subject() {
        return route.subject(target.path());
    }

    /// Sends the head of an answer that will come piece by piece.
    void begin(CharSequence contentType) {
        metrics.answered(200, loop().refresh() - openedNanos());
        var response = response();
        if (!isHttp2()) {
            response.setChunked(true);
        }
        response.headers()
                .set(HttpHeaders.CONTENT_TYPE, contentType)
                .set(CONTENT_TYPE_OPTIONS, NOSNIFF)
                .set(HttpHeaders.CACHE_CONTROL, NO_STORE);
    }

    String query() {
        return target.query();
    }

    @Override
    void bodyAnnounced() {
        front.announced(this);
    }

    @Override
    void whole(Buffer bytes) {
        front.serve(this, bytes);
    }

    @Override
    void tooLarge() {
        send(HttpReply.error(413, "the body is too large (at most: %d bytes)".formatted(front.bodyBytesMax(route))));
    }

    @Override
    void tooSlow() {
        send(HttpReply.error(408, "the body did not arrive in time"));
    }

    /// Answers, unless that has happened or the client has gone.
    void send(HttpReply reply) {
        metrics.answered(reply.status(), loop().refresh() - openedNanos());
        if (isAwaited()) {
            write(reply.written(isStructured()));
        } else {
            replied();
        }
    }

    /// Whether errors are told in JSON: for every path below `/v1`, those that there are not among them.
    private boolean isStructured() {
        return route.media().isStructured()
                || (route == Route.UNKNOWN && target.path().startsWith(V1));
    }

    /// Nobody knows where the next request would begin, or there shall be none.
    private boolean isLast() {
        return request().decoderResult().isFailure() || front.isStopping();
    }

    private void write(HttpReply reply) {
        var response = response().setStatusCode(reply.status());
        var headers = response.headers();
        headers.set(HttpHeaders.CONTENT_TYPE, reply.contentType());
        headers.set(CONTENT_TYPE_OPTIONS, NOSNIFF);
        headers.set(HttpHeaders.CACHE_CONTROL, NO_STORE);
        if (reply.position() >= 0) {
            headers.set(POSITION, Long.toString(reply.position()));
        }
        if (!reply.transactionId().isEmpty()) {
            headers.set(TRANSACTION_ID, reply.transactionId());
        }
        if (!reply.allow().isEmpty()) {
            headers.set(HttpHeaders.ALLOW, reply.allow());
        }
        if (reply.status() == UNAVAILABLE) {
            headers.set(HttpHeaders.RETRY_AFTER, ONE_SECOND);
        }
        if (isBodyComing() || (isLast() && !isHttp2())) {
            headers.set(HttpHeaders.CONNECTION, CLOSE);
        }
        var body = reply.body();
        if (request().method().equals(HttpMethod.HEAD)) {
            headers.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
            var _ = response.end();
            replied();
        } else if (body.length() > Outflow.PIECE_BYTES) {
            headers.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
            Outflow.end(this, body);
        } else {
            var _ = response.end(body);
            replied();
        }
    }
}
