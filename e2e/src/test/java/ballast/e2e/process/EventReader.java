package ballast.e2e.process;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// Reads a stream of server-sent events on a thread of its own, until the server is gone or it is closed.
public final class EventReader implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Thread thread;

    private EventReader(HttpRequest request, BiConsumer<Long, JsonObject> taker) {
        this.thread = Thread.ofVirtual().name("events").start(() -> read(request, taker));
    }

    /// Watches from the first transaction on, or from the one after `lastEventId`.
    public static EventReader start(URI url, OptionalLong lastEventId, BiConsumer<Long, JsonObject> taker) {
        var request = HttpRequest.newBuilder(url.resolve("/v1/watch?from=1")).header("Accept", "text/event-stream");
        lastEventId.ifPresent(last -> request.header("Last-Event-ID", Long.toString(last)));
        return new EventReader(request.build(), taker);
    }

    @Override
    public void close() {
        http.shutdownNow();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(HttpRequest request, BiConsumer<Long, JsonObject> taker) {
        try {
            HttpResponse<Stream<String>> response = http.send(request, HttpResponse.BodyHandlers.ofLines());
            if (response.statusCode() != 200) {
                throw new AssertionError("not a stream: " + response);
            }
            long[] id = {0};
            response.body().forEach(line -> {
                if (line.startsWith("id: ")) {
                    id[0] = Long.parseLong(line.substring(4));
                } else if (line.startsWith("data: ")) {
                    taker.accept(id[0], new JsonObject(line.substring(6)));
                }
            });
        } catch (IOException | UncheckedIOException e) {
            // the server is gone: what was read is read
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
