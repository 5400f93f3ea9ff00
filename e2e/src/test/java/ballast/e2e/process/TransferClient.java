package ballast.e2e.process;

import ballast.e2e.history.Transfer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/// Asks a server over real HTTP, each request once: what to repeat is for the test to say.
///
/// Thread-safe.
public final class TransferClient implements AutoCloseable {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_MAX)
            .build();
    private final URI url;

    public TransferClient(URI url) {
        this.url = url;
    }

    /// Asks for a transfer.
    ///
    /// @throws IOException when no answer came; the transfer may have happened
    public Answer transfer(Transfer transfer) throws IOException, InterruptedException {
        return transfer(
                transfer.key(),
                query(transfer.from(), transfer.to(), transfer.amount().toString()));
    }

    public Answer transfer(UUID key, String query) throws IOException, InterruptedException {
        return Answer.of(exchange(post(query).header("Idempotency-Key", key.toString())));
    }

    /// Without a key, as a caller does who has never heard of one.
    public Answer transferWithoutKey(String from, String to, long amount) throws IOException, InterruptedException {
        return Answer.of(exchange(post(query(from, to, Long.toString(amount)))));
    }

    public Answer balance(String account) throws IOException, InterruptedException {
        return get("/api/balance?from=" + account);
    }

    public Answer get(String target) throws IOException, InterruptedException {
        return Answer.of(response(target));
    }

    /// The whole response, for what [Answer] leaves out.
    public HttpResponse<String> response(String target) throws IOException, InterruptedException {
        return exchange(HttpRequest.newBuilder(url.resolve(target)));
    }

    /// As [#response(String)], for a transfer.
    public HttpResponse<String> transferResponse(Transfer transfer) throws IOException, InterruptedException {
        String query = query(transfer.from(), transfer.to(), transfer.amount().toString());
        return exchange(post(query).header("Idempotency-Key", transfer.key().toString()));
    }

    /// Gives up what is still in flight.
    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }

    private HttpRequest.Builder post(String query) {
        return HttpRequest.newBuilder(url.resolve("/api/transfer?" + query)).POST(HttpRequest.BodyPublishers.noBody());
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(ANSWER_MAX).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String query(String from, String to, String amount) {
        return "from=" + from + "&to=" + to + "&amount=" + amount;
    }
}
