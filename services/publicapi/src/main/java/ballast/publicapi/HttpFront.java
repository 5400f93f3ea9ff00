package ballast.publicapi;

import ballast.guard.ServiceFailure;
import ballast.types.publicapi.v1.GetBalanceRequest;
import ballast.types.publicapi.v1.TransferRequest;
import com.google.protobuf.ByteString;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// HTTP: the plain interface and the probes, text in and out; everything below `/v1` is [LedgerFront]'s. docs/api.md is
/// their description.
final class HttpFront {
    private static final System.Logger LOG = System.getLogger(HttpFront.class.getName());
    private static final List<String> BALANCE_PARAMETERS = List.of("from");
    private static final List<String> TRANSFER_PARAMETERS = List.of("from", "to", "amount");
    private static final CharSequence IDEMPOTENCY_KEY = HttpHeaders.createOptimized("Idempotency-Key");
    private static final String CONTINUE = "100-continue";
    private static final String CHUNKED = "chunked";
    private static final String IDENTITY = "identity";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Backend backend;
    private final LedgerFront ledger;

    HttpFront(Backend backend) {
        this.backend = backend;
        ledger = new LedgerFront(backend);
    }

    /// A request whose headers are complete.
    void arrived(ConnectionGuard guard, HttpServerRequest request) {
        var exchange = new HttpExchange(this, guard, request, Target.of(request.uri()));
        if (exchange.route() == Route.IMPORT) {
            importing(exchange);
        } else {
            exchange.receive(bodyBytesMax(exchange.route()));
        }
    }

    /// A request whose body is still to come: it is not read to its end if the headers will not do, and a client that
    /// waits with it is told to send it.
    void announced(HttpExchange exchange) {
        try {
            checkHead(exchange);
        } catch (HttpRefusedException e) {
            exchange.send(e.reply());
            return;
        }
        if (exchange.request().headers().contains(HttpHeaders.EXPECT)
                && !exchange.isTooLong(bodyBytesMax(exchange.route()))) {
            var _ = exchange.response().writeContinue();
        }
    }

    /// A request that could not be decoded. The connection is closed after the answer, because nobody knows where the
    /// next request would begin.
    void garbled(ConnectionGuard guard, HttpServerRequest request) {
        var exchange = new HttpExchange(this, guard, request, new Target("", ""));
        exchange.send(undecodable(request.decoderResult().cause()));
    }

    /// A request that came too late: nothing of it is done.
    void late(ConnectionGuard guard, HttpServerRequest request) {
        var exchange = new HttpExchange(this, guard, request, Target.of(request.uri()));
        exchange.ignoreBody();
        exchange.send(HttpReply.error(Statuses.of(ServiceFailure.Kind.UNAVAILABLE)));
    }

    /// A request that is complete.
    void serve(HttpExchange exchange, Buffer body) {
        try {
            checkHead(exchange);
            switch (exchange.route()) {
                case BALANCE -> balance(exchange, body);
                case TRANSFER -> transfer(exchange, body);
                case HEALTH -> exchange.send(Probes.health());
                case READINESS -> exchange.send(backend.probes().readiness());
                case METRICS -> backend.probes().metrics(exchange);
                case UNKNOWN -> exchange.send(unknownPath());
                case TRANSACTIONS,
                        BATCH,
                        DRY_RUN,
                        QUERY,
                        IMPORT,
                        TRANSACTION,
                        ACCOUNTS,
                        ACCOUNT,
                        ENTRIES,
                        SUMS,
                        TRIAL_BALANCE,
                        WATCH,
                        OPENAPI -> ledger.serve(exchange, body);
            }
        } catch (HttpRefusedException e) {
            exchange.send(e.reply());
        } catch (InvalidArgumentException e) {
            exchange.send(HttpReply.error(Statuses.of(e)));
        }
    }

    /// A request whose body is served while it comes.
    private void importing(HttpExchange exchange) {
        try {
            checkHead(exchange);
            if (exchange.request().headers().contains(HttpHeaders.EXPECT)) {
                var _ = exchange.response().writeContinue();
            }
            ledger.serveImport(exchange);
        } catch (HttpRefusedException e) {
            exchange.ignoreBody();
            exchange.send(e.reply());
        }
    }

    int bodyBytesMax(Route route) {
        var sizes = backend.sizes();
        return switch (route.media()) {
            case TEXT, LINES, EVENTS -> sizes.bodyBytesMax();
            case JSON -> route == Route.BATCH ? sizes.batchBytesMax() : sizes.messageBytesMax();
        };
    }

    boolean isStopping() {
        return backend.stop().isAnnounced();
    }

    RouteMetrics metrics(Route route) {
        return backend.metrics().route(route);
    }

    /// What can be refused before the body has been read.
    private static void checkHead(HttpExchange exchange) {
        var request = exchange.request();
        var route = exchange.route();
        if (route == Route.UNKNOWN) {
            throw new HttpRefusedException(unknownPath());
        }
        checkFraming(request);
        if (!route.allows(request.method())) {
            throw new HttpRefusedException(
                    HttpReply.error(405, "%s takes %s only".formatted(route.path(), route.methods()))
                            .allowing(route.methods()));
        }
        if (route.media().isStructured()) {
            route.media().requireAcceptable(request);
            if (request.method().equals(HttpMethod.POST)) {
                route.media().requireReadable(request);
            }
        }
        var expectation = request.getHeader(HttpHeaders.EXPECT);
        if (expectation != null && !expectation.equalsIgnoreCase(CONTINUE)) {
            throw new HttpRefusedException(HttpReply.error(417, "only 'Expect: 100-continue' is understood"));
        }
    }

    private static void checkFraming(HttpServerRequest request) {
        if (request.version() == null) {
            throw HttpRefusedException.badRequest("HTTP version not known (expected: HTTP/1.1 or HTTP/2)");
        }
        if (request.version() == HttpVersion.HTTP_1_1 && !request.headers().contains(HttpHeaders.HOST)) {
            throw HttpRefusedException.badRequest("missing header 'Host'");
        }
        var coding = request.getHeader(HttpHeaders.TRANSFER_ENCODING);
        if (coding != null && !coding.equalsIgnoreCase(CHUNKED)) {
            throw HttpRefusedException.badRequest("Transfer-Encoding is not known (expected: chunked, or none)");
        }
    }

    private void balance(HttpExchange exchange, Buffer body) {
        requireNoBody(body);
        var parameters = new Parameters(BALANCE_PARAMETERS).read(exchange.query());
        var account = Arguments.address("from", parameters.required("from"));
        enter();
        new BalanceCall(exchange, backend.inFlight())
                .start(() -> backend.api()
                        .getBalance(GetBalanceRequest.newBuilder()
                                .setAccount(Arguments.message(account))
                                .build()));
    }

    private void transfer(HttpExchange exchange, Buffer body) {
        var parameters = new Parameters(TRANSFER_PARAMETERS).read(exchange.query());
        if (body.length() > 0) {
            requireForm(exchange.request());
            parameters.read(body.toString(StandardCharsets.ISO_8859_1));
        }
        var from = Arguments.address("from", parameters.required("from"));
        var to = Arguments.address("to", parameters.required("to"));
        var amount = Arguments.amount("amount", parameters.required("amount"));
        var id = id(exchange.request());
        enter();
        new TransferCall(exchange, backend.inFlight(), id)
                .start(() -> backend.api()
                        .transfer(TransferRequest.newBuilder()
                                .setId(id)
                                .setFrom(Arguments.message(from))
                                .setTo(Arguments.message(to))
                                .setAmount(Arguments.message(amount))
                                .build()));
    }

    private ByteString id(HttpServerRequest request) {
        var keys = request.headers().getAll(IDEMPOTENCY_KEY);
        return switch (keys.size()) {
            case 0 -> TransactionId.bytes(backend.ids().next());
            case 1 -> Arguments.idempotencyKey(keys.getFirst());
            default -> throw HttpRefusedException.badRequest("header 'Idempotency-Key' is given more than once");
        };
    }

    private void enter() {
        if (!backend.inFlight().enter()) {
            backend.metrics().requestShed();
            throw new HttpRefusedException(HttpReply.error(Statuses.of(ServiceFailure.Kind.OVERLOADED)));
        }
    }

    private static void requireNoBody(Buffer body) {
        if (body.length() > 0) {
            throw HttpRefusedException.badRequest("a body is not expected here");
        }
    }

    private static void requireForm(HttpServerRequest request) {
        var coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.equalsIgnoreCase(IDENTITY)) {
            throw new HttpRefusedException(HttpReply.error(415, "the body is compressed (expected: plain)"));
        }
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.toLowerCase(Locale.ROOT).matches(FORM + "( *; *charset=\"?utf-8\"?)?")) {
            throw new HttpRefusedException(
                    HttpReply.error(415, "the body's Content-Type is not known (expected: %s)".formatted(FORM)));
        }
    }

    private static HttpReply unknownPath() {
        return HttpReply.error(
                404,
                "no such path (known: /api/balance, /api/transfer, /v1/..., /openapi.json, /healthz, /readyz, /metrics)");
    }

    private static HttpReply undecodable(Throwable cause) {
        LOG.log(System.Logger.Level.DEBUG, "undecodable request", cause);
        return switch (cause) {
            case TooLongHttpLineException tooLong -> HttpReply.error(414, "the request line is too long");
            case TooLongHttpHeaderException tooLong -> HttpReply.error(431, "the headers are too large");
            default -> HttpReply.error(400, "not a valid HTTP request");
        };
    }
}
