package workouts.chassis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Talks to one service over HTTP. With a contract, every answer is compared with it. Immutable.
///
/// Thread-safe.
public final class Api {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI address;
    private final Optional<OpenApi> contract;
    private final Map<String, String> headers;

    private Api(URI address, Optional<OpenApi> contract, Map<String, String> headers) {
        this.address = address;
        this.contract = contract;
        this.headers = headers;
    }

    public static Api at(URI address) {
        return new Api(address, Optional.empty(), Map.of());
    }

    /// The same service, whose answers have to be as in a document.
    public Api keeping(OpenApi document) {
        return new Api(address, Optional.of(document), headers);
    }

    /// The same service, asked with a bearer token.
    public Api as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Api with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(address, contract, more);
    }

    public Answer get(String path) {
        return send("GET", path, Optional.empty());
    }

    public Answer post(String path, String json) {
        return send("POST", path, Optional.of(json));
    }

    public Answer put(String path, String json) {
        return send("PUT", path, Optional.of(json));
    }

    /// Without a body.
    public Answer put(String path) {
        return send("PUT", path, Optional.empty());
    }

    public Answer delete(String path) {
        return send("DELETE", path, Optional.empty());
    }

    /// Any request; a body is JSON unless a header says otherwise.
    public Answer send(String method, String path, Optional<String> body) {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(DEADLINE)
                .method(method, body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        headers.forEach(request::setHeader);
        if (body.isPresent() && !headers.containsKey("Content-Type")) {
            request.setHeader("Content-Type", "application/json");
        }
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            var answer = new Answer(response.statusCode(), response.headers(), response.body());
            contract.ifPresent(document -> document.requireDescribed(method, path, answer));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
