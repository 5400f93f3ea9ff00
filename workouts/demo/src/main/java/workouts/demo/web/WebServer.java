package workouts.demo.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Serves the page, on the loopback interface. Runs from its making to its [#close].
///
/// Thread-safe.
public final class WebServer implements AutoCloseable {
    /// Where the build of the page puts it.
    private static final String FOLDER = "/workouts/web/";

    /// Longer than a service takes to find out that another is away.
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    /// Everything that a page needs comes from here, and nothing runs that is not in a file of ours.
    private static final Map<String, String> ON_EVERY_ANSWER = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
                    + " connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=()");

    private static final int OK = 200;
    private static final int OWN_FAULT = 500;
    private static final int NO_BODY = -1;

    private static final System.Logger LOG = System.getLogger(WebServer.class.getName());

    static {
        // Otherwise a body is kept back until the other side has acknowledged the headers: 45 ms for each file, as
        // measured on Linux. It is read once for each JVM, at the making of its first server.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Assets assets;
    private final Gateway gateway;
    private final String identities;

    /// @param port 0: any that is free
    /// @param backends asked for each request, as services may come again elsewhere
    /// @param people whom the page offers to sign in as
    /// @throws IOException if the port is taken
    public WebServer(int port, Supplier<Backends> backends, List<Identity> people) throws IOException {
        this(port, new Assets(FOLDER), new Gateway(backends, DEADLINE), people);
    }

    WebServer(int port, Assets assets, Gateway gateway, List<Identity> people) throws IOException {
        this.assets = assets;
        this.gateway = gateway;
        this.identities = Identities.json(people);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("web-", 0).factory());
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        gateway.close();
        threads.shutdownNow();
        threads.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        }
    }

    private Reply answer(HttpExchange request) throws IOException {
        try {
            var path = request.getRequestURI().getRawPath();
            if (path.equals("/api") || path.startsWith("/api/")) {
                return gateway.answer(request);
            }
            return path.equals("/config.json") ? Reply.json(OK, identities) : assets.answer(request);
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.ERROR, "the page was not answered", fault);
            return Reply.problem(OWN_FAULT, "internal-server-error", "something went wrong here");
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        var headers = exchange.getResponseHeaders();
        reply.headers().forEach((name, values) -> headers.put(name, List.copyOf(values)));
        ON_EVERY_ANSWER.forEach(headers::set);
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        if (isHead && reply.body().length > 0) {
            headers.set("Content-Length", String.valueOf(reply.body().length));
        }
        if (isHead || reply.body().length == 0) {
            exchange.sendResponseHeaders(reply.status(), NO_BODY);
        } else {
            exchange.sendResponseHeaders(reply.status(), reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
    }
}
