package workouts.demo.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Passes on what begins with `/api` to the service that it is for, and the answer back.
///
/// Thread-safe.
final class Gateway implements AutoCloseable {
    /// As the services.
    static final int BODY_BYTES_MAX = 65_536;

    /// A page of a hundred trainings with notes of a thousand characters each has less than half of it.
    static final int ANSWER_BYTES_MAX = 1 << 20;

    private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(2);

    /// RFC 9110, 7.6.1: what concerns one connection only. The rest is said anew by who sends.
    private static final Set<String> NOT_PASSED_ON = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "host",
            "content-length",
            "expect",
            "accept-encoding",
            "date");

    /// Ids and names only: nothing that one side could read as another path than the other.
    private static final Pattern PATH = Pattern.compile("/api(?:/[\\w-]+)+");

    private static final int PATH_CHARACTERS_MAX = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;

    private final Supplier<Backends> backends;
    private final Duration deadline;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_DEADLINE)
            .build();

    /// @param backends asked for each request, as services may come again elsewhere
    /// @param deadline of a service's answer
    Gateway(Supplier<Backends> backends, Duration deadline) {
        this.backends = backends;
        this.deadline = deadline;
    }

    Reply answer(HttpExchange request) throws IOException {
        var asked = request.getRequestURI();
        var service = service(asked.getRawPath());
        if (service.isEmpty()) {
            return Reply.problem(NOT_FOUND, "not-found", "there is nothing at this path");
        }
        var body = request.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
        if (body.length > BODY_BYTES_MAX) {
            return Reply.problem(TOO_LARGE, "request-too-large", "the body has more than 65536 bytes");
        }
        try {
            return answered(asRequest(target(service.get(), asked), request, body));
        } catch (IllegalArgumentException notHttp) {
            return Reply.problem(BAD_REQUEST, "invalid-request", "the request cannot be passed on");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }

    private Optional<URI> service(String path) {
        boolean isClean =
                path.length() <= PATH_CHARACTERS_MAX && PATH.matcher(path).matches();
        return isClean ? backends.get().of(path) : Optional.empty();
    }

    private HttpRequest asRequest(URI target, HttpExchange request, byte[] body) {
        var content = body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        var builder = HttpRequest.newBuilder(target).timeout(deadline).method(request.getRequestMethod(), content);
        passedOn(request.getRequestHeaders())
                .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    private Reply answered(HttpRequest request) {
        try {
            var limited = BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX);
            return reply(client.send(request, limited));
        } catch (ConnectException | HttpConnectTimeoutException away) {
            return Reply.problem(UNAVAILABLE, "unavailable", "a part of the application cannot be reached, try again")
                    .with("Retry-After", "1");
        } catch (IOException noAnswer) {
            return Reply.problem(
                    BAD_GATEWAY, "no-answer", "a part of the application did not answer; look what has become of it");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Reply.problem(UNAVAILABLE, "unavailable", "the demo is being stopped");
        }
    }

    private static URI target(URI service, URI asked) {
        var query = asked.getRawQuery();
        return service.resolve(asked.getRawPath() + (query == null ? "" : "?" + query));
    }

    private static Reply reply(HttpResponse<byte[]> answer) {
        var headers = passedOn(answer.headers().map());
        headers.putIfAbsent("Cache-Control", List.of("no-store"));
        return new Reply(answer.statusCode(), headers, answer.body());
    }

    private static Map<String, List<String>> passedOn(Map<String, List<String>> headers) {
        var named = new TreeSet<>(NOT_PASSED_ON);
        headers.forEach((name, values) -> {
            if (name.equalsIgnoreCase("Connection")) {
                values.forEach(line -> named.addAll(
                        List.of(line.toLowerCase(Locale.ROOT).replace(" ", "").split(",", -1))));
            }
        });
        var passed = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> {
            if (!named.contains(name.toLowerCase(Locale.ROOT))) {
                passed.put(name, values);
            }
        });
        return passed;
    }
}
