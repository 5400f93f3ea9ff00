package workouts.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/// Asks the services over HTTP, as their users do.
final class Services implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final int REFUSED_FROM = 300;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    String get(URI address, String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address).GET(), Optional.of(token));
    }

    String put(URI address, String token, String json) throws IOException, InterruptedException {
        return send(json(HttpRequest.newBuilder(address)).PUT(BodyPublishers.ofString(json)), Optional.of(token));
    }

    String post(URI address, String json) throws IOException, InterruptedException {
        return send(json(HttpRequest.newBuilder(address)).POST(BodyPublishers.ofString(json)), Optional.empty());
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json");
    }

    private String send(HttpRequest.Builder request, Optional<String> token) throws IOException, InterruptedException {
        token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        var answer = client.send(request.timeout(DEADLINE).build(), BodyHandlers.ofString());
        if (answer.statusCode() >= REFUSED_FROM) {
            throw new DemoException("%s %s was answered with %d: %s"
                    .formatted(answer.request().method(), answer.uri(), answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    @Override
    public void close() {
        client.close();
    }
}
