package ballast.e2e.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Speaks JSON with a server over real HTTP, each request once, and holds every answer against the description that the
/// server gives of itself.
///
/// Thread-safe.
public final class LedgerClient implements AutoCloseable {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI url;
    private final OpenApi openApi;

    public LedgerClient(URI url) throws IOException, InterruptedException {
        this.url = url;
        this.openApi = new OpenApi(
                exchange(HttpRequest.newBuilder(url.resolve("/openapi.json"))).ok());
    }

    /// What the server says of its interface.
    public OpenApi openApi() {
        return openApi;
    }

    public JsonAnswer get(String target) throws IOException, InterruptedException {
        JsonAnswer answer = exchange(HttpRequest.newBuilder(url.resolve(target)));
        openApi.check("get", target, answer);
        return answer;
    }

    public JsonAnswer post(String target, String body) throws IOException, InterruptedException {
        JsonAnswer answer = exchange(HttpRequest.newBuilder(url.resolve(target))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        openApi.check("post", target, answer);
        return answer;
    }

    /// Asks for a transaction.
    public JsonAnswer transact(String transaction) throws IOException, InterruptedException {
        return post("/v1/transactions", transaction);
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }

    private JsonAnswer exchange(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(request.timeout(ANSWER_MAX).build(), HttpResponse.BodyHandlers.ofString());
        return new JsonAnswer(response.statusCode(), response.body());
    }
}
