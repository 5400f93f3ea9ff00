package ballast.e2e.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import ballast.e2e.history.Transfer;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class TransferClientTest {
    private static final UUID KEY = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final Transfer TRANSFER = new Transfer(KEY, "user1", "user2", BigInteger.valueOf(17));

    private final HttpServer server;
    private final List<String> asked = new ArrayList<>();
    private boolean hangUp;

    TransferClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    }

    @BeforeEach
    void start() {
        server.createContext("/", exchange -> {
            try (exchange) {
                List<String> keys = exchange.getRequestHeaders().getOrDefault("Idempotency-Key", List.of());
                asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + keys);
                if (hangUp) {
                    return;
                }
                exchange.getResponseHeaders().set("Ballast-Position", "9");
                exchange.getResponseHeaders().set("Ballast-Transaction-Id", KEY.toString());
                exchange.sendResponseHeaders(200, 3);
                exchange.getResponseBody().write("-17".getBytes(StandardCharsets.UTF_8));
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void speaksTheApi() throws Exception {
        try (var client = new TransferClient(url())) {
            var expected = new Answer(200, "-17", OptionalLong.of(9), Optional.of(KEY.toString()));
            assertThat(client.transfer(TRANSFER)).isEqualTo(expected);
            assertThat(client.transferWithoutKey("user1", "user2", 17)).isEqualTo(expected);
            assertThat(client.balance("user1").balance()).isEqualTo(-17);
        }
        assertThat(asked)
                .containsExactly(
                        "POST /api/transfer?from=user1&to=user2&amount=17 [" + KEY + "]",
                        "POST /api/transfer?from=user1&to=user2&amount=17 []",
                        "GET /api/balance?from=user1 []");
    }

    @Test
    void sendsATransferOnceThoughNobodyAnswers() {
        hangUp = true;
        try (var client = new TransferClient(url())) {
            assertThatIOException().isThrownBy(() -> client.transfer(TRANSFER));
        }
        assertThat(asked).hasSize(1);
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
