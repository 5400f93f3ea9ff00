package workouts.demo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static workouts.demo.web.Visitor.header;
import static workouts.demo.web.Visitor.text;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What begins with `/api` is passed on, over HTTP on both sides.
final class GatewayTest {
    private static final String AWAY =
            "{\"slug\":\"unavailable\",\"message\":\"a part of the application cannot be reached, try again\"}";

    private final ServiceThatRemembers trainer = service("trainer");
    private final ServiceThatRemembers trainings = service("trainings");
    private final ServiceThatRemembers users = service("users");
    private final AtomicReference<Backends> backends =
            new AtomicReference<>(new Backends(trainer.address(), trainings.address(), users.address()));
    private final WebServer server = server(Duration.ofSeconds(20));
    private final Visitor visitor = new Visitor(server.address());

    private static ServiceThatRemembers service(String name) {
        try {
            return new ServiceThatRemembers(exchange -> {
                var headers = exchange.getResponseHeaders();
                headers.add("Location", "/api/trainings/1");
                headers.add("X-Many", "one");
                headers.add("X-Many", "two");
                headers.add("Connection", "X-Private");
                headers.add("X-Private", "of this connection only");
                headers.add("X-Frame-Options", "SAMEORIGIN");
                ServiceThatRemembers.json(exchange, 201, "{\"service\":\"" + name + "\"}");
            });
        } catch (IOException e) {
            throw new IllegalStateException("setup: the service did not start", e);
        }
    }

    private WebServer server(Duration deadline) {
        try {
            return new WebServer(
                    0, new Assets("/workouts/demo/web/site/"), new Gateway(backends::get, deadline), List.of());
        } catch (IOException e) {
            throw new IllegalStateException("setup: the web server did not start", e);
        }
    }

    @AfterEach
    void stop() {
        server.close();
        List.of(trainer, trainings, users).forEach(ServiceThatRemembers::close);
    }

    @ParameterizedTest(name = "{0} goes to {1}")
    @CsvSource(delimiter = '|', textBlock = """
            /api/trainings                                    | trainings
            /api/trainings?from=2030-01-07T00:00:00%2B01:00   | trainings
            /api/trainings/c0ffee00-1/approve-reschedule      | trainings
            /api/trainer/calendar?dateFrom=a&dateTo=b         | trainer
            /api/trainer/calendar/rules                       | trainer
            /api/users/current/credits                        | users
            /api/dev/token                                    | users
            """)
    void everyPathGoesToItsService(String path, String service) throws Exception {
        var answer = visitor.get(path);
        assertThat(text(answer)).isEqualTo("{\"service\":\"" + service + "\"}");
        var asked = List.of(trainer.asked(), trainings.asked(), users.asked()).stream()
                .flatMap(List::stream)
                .map(ServiceThatRemembers.Asked::line);
        assertThat(asked).containsExactly("GET " + path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/nothing",
                "/api/trainingsx",
                "/api/trainers",
                "/api/developers",
                "/api/trainings/../users",
                "/api/trainings/%2e%2e/users",
                "/api/trainings//1",
                "/api/trainings/;a=b"
            })
    void whatIsNobodysIsNotFound(String path) throws Exception {
        assertThat(visitor.raw("GET " + path + " HTTP/1.1\r\nHost: page\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404 ")
                .endsWith("{\"slug\":\"not-found\",\"message\":\"there is nothing at this path\"}");
        assertThat(trainings.asked()).isEmpty();
        assertThat(users.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void methodBodyAndHeadersArriveAsTheyWereSent(String method) throws Exception {
        var body = "{\"notes\":\"mind my knee, ö and 🏋\"}";
        var answer = visitor.send(
                method,
                "/api/trainings",
                body,
                "Authorization",
                "Bearer abc",
                "Idempotency-Key",
                "01940000-0000-7000-8000-0000000000aa",
                "Content-Type",
                "application/json",
                "Accept-Encoding",
                "gzip");
        var asked = trainings.asked().getFirst();
        assertThat(asked.line()).isEqualTo(method + " /api/trainings");
        assertThat(asked.body()).isEqualTo(body);
        assertThat(asked.headers())
                .containsEntry("Authorization", List.of("Bearer abc"))
                .containsEntry("Idempotency-Key", List.of("01940000-0000-7000-8000-0000000000aa"))
                .containsEntry("Content-Type", List.of("application/json"))
                .containsEntry(
                        "Host", List.of("127.0.0.1:" + trainings.address().getPort()))
                .doesNotContainKey("Accept-Encoding");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(header(answer, "Location")).isEqualTo("/api/trainings/1");
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(answer.headers().allValues("X-Many")).containsExactlyInAnyOrder("one", "two");
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
    }

    @Test
    void whatConcernsOneConnectionIsNotPassedOn() throws Exception {
        var answer = visitor.raw("""
                GET /api/trainings HTTP/1.1\r
                Host: page\r
                Connection: close\r
                Connection: X-Hop , x-other\r
                X-Other: 3\r
                X-Hop: 1\r
                Keep-Alive: timeout=5\r
                TE: trailers\r
                Proxy-Authorization: Basic abc\r
                X-End: 2\r
                \r
                """);
        assertThat(answer).startsWith("HTTP/1.1 201 ").doesNotContain("X-Private", "of this connection only");
        assertThat(trainings.asked().getFirst().headers())
                .containsEntry("X-End", List.of("2"))
                .doesNotContainKeys("X-Hop", "X-Other", "Keep-Alive", "TE", "Proxy-Authorization");
    }

    @Test
    void aBodyIsPassedOnUpToItsLimit() throws Exception {
        var atTheLimit = "x".repeat(Gateway.BODY_BYTES_MAX);
        assertThat(visitor.send("POST", "/api/trainings", atTheLimit).statusCode())
                .isEqualTo(201);
        assertThat(trainings.asked().getFirst().body()).hasSize(Gateway.BODY_BYTES_MAX);
        var answer = visitor.send("POST", "/api/trainings", atTheLimit + "x");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(text(answer)).contains("\"slug\":\"request-too-large\"", "65536");
        assertThat(trainings.asked()).isEmpty();
    }

    @Test
    void aHeadIsAnsweredWithoutABody() throws Exception {
        var answer = visitor.send("HEAD", "/api/trainings", "");
        assertThat(answer.body()).isEmpty();
        assertThat(trainings.asked().getFirst().line()).isEqualTo("HEAD /api/trainings");
    }

    @Test
    void aServiceThatIsAwayAndComesAgainElsewhereIsTold() throws Exception {
        trainings.close();
        var away = visitor.get("/api/trainings");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(text(away)).isEqualTo(AWAY);
        assertThat(header(away, "Retry-After")).isEqualTo("1");
        assertThat(header(away, "Content-Type")).isEqualTo("application/json");
        assertThat(visitor.get("/api/users/current").statusCode())
                .describedAs("another service")
                .isEqualTo(201);
        backends.set(new Backends(trainer.address(), users.address(), users.address()));
        assertThat(visitor.get("/api/trainings").statusCode()).isEqualTo(201);
    }

    @Test
    void aServiceThatBreaksOffIsTold() throws Exception {
        try (var brokenOff = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var closing = Thread.ofVirtual().start(() -> closeNext(brokenOff));
            direct(URI.create("http://127.0.0.1:" + brokenOff.getLocalPort()));
            var answer = visitor.send("POST", "/api/trainings", "{}");
            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(text(answer)).contains("\"slug\":\"no-answer\"");
            closing.join();
        }
    }

    @Test
    void aServiceThatDoesNotAnswerIsNotWaitedForForEver() throws Exception {
        var released = new CountDownLatch(1);
        try (var silent = new ServiceThatRemembers(_ -> awaitQuietly(released));
                var impatient = server(Duration.ofSeconds(2))) {
            direct(silent.address());
            var answer = new Visitor(impatient.address()).get("/api/trainings");
            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(text(answer)).contains("\"slug\":\"no-answer\"");
            released.countDown();
        }
    }

    @Test
    void anAnswerHasALimit() throws Exception {
        try (var talkative = new ServiceThatRemembers(
                exchange -> ServiceThatRemembers.json(exchange, 200, "x".repeat(Gateway.ANSWER_BYTES_MAX + 1)))) {
            direct(talkative.address());
            assertThat(visitor.get("/api/trainings").statusCode()).isEqualTo(502);
        }
        try (var talkative = new ServiceThatRemembers(
                exchange -> ServiceThatRemembers.json(exchange, 200, "x".repeat(Gateway.ANSWER_BYTES_MAX)))) {
            direct(talkative.address());
            assertThat(visitor.get("/api/trainings").body()).hasSize(Gateway.ANSWER_BYTES_MAX);
        }
    }

    private void direct(URI address) {
        backends.set(new Backends(address, address, address));
    }

    private static void closeNext(ServerSocket socket) {
        try {
            socket.accept().close();
        } catch (IOException e) {
            throw new IllegalStateException("setup: nobody came", e);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
