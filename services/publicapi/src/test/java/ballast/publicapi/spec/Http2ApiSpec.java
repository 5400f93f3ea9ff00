package ballast.publicapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.virtualmachine.testing.FakeVirtualMachine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The plain HTTP interface over HTTP/2, which a client may choose on the same port.
final class Http2ApiSpec {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final SwitchedVirtualMachine LEDGER = new SwitchedVirtualMachine();
    private static final RunningServer SERVER = new RunningServer(LEDGER);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();

    record Row(String method, String target, String body, int status, String answer) {}

    static List<Row> rows() {
        return List.of(
                new Row("GET", "/api/balance?from=user1", "", 200, "0"),
                new Row("POST", "/api/transfer?from=user1&to=user2&amount=17", "", 200, "-17"),
                new Row("POST", "/api/transfer", "from=user1&to=user2&amount=17", 200, "-17"),
                new Row("POST", "/api/transfer", "from=user1&to=user2", 400, "error: missing parameter 'amount'"),
                new Row("GET", "/api/balance?from=user1", "x", 400, "error: a body is not expected here"),
                new Row("DELETE", "/api/balance", "", 405, "error: /api/balance takes GET, HEAD only"),
                new Row(
                        "POST",
                        "/nowhere",
                        "x",
                        404,
                        "error: no such path (known: /api/balance, /api/transfer, /v1/..., /openapi.json, /healthz, /readyz, /metrics)"),
                new Row(
                        "POST",
                        "/api/transfer",
                        "x".repeat(65_537),
                        413,
                        "error: the body is too large (at most: 65536 bytes)"));
    }

    @BeforeEach
    void emptyTheLedger() {
        LEDGER.switchTo(new FakeVirtualMachine());
    }

    @AfterAll
    static void stop() {
        CLIENT.shutdownNow();
        SERVER.close();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void answersEachRequestAsOverHttp11(Row row) throws Exception {
        speakHttp2();
        var response = send(row.method(), row.target(), row.body());
        assertThat(response.body()).isEqualTo(row.answer());
        assertThat(response.statusCode()).isEqualTo(row.status());
        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(response.headers().firstValue("connection")).isEmpty();
    }

    @Test
    void aHeadRequestIsAnsweredWithoutABody() throws Exception {
        speakHttp2();
        var response = send("HEAD", "/api/balance?from=user1", "");
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("content-length")).contains("1");
    }

    @Test
    void grpcIsNotSpokenOverHttp11() {
        try (var connection = SERVER.connect()) {
            connection.request(
                    "POST /ballast.publicapi.v1.PublicApi/Transfer", "Content-Type: application/grpc\r\n", "abc");
            assertThat(connection.response().status()).isEqualTo(404);
        }
    }

    /// The first request of a connection asks for the change; the connection is kept for the others.
    private static void speakHttp2() throws IOException, InterruptedException {
        assertThat(send("GET", "/healthz", "").body()).isEqualTo("ok");
    }

    private static HttpResponse<String> send(String method, String target, String body)
            throws IOException, InterruptedException {
        var publisher =
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(SERVER.port(), target)))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, publisher)
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
