package workouts.chassis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workouts.chassis.problems.BodyLimit;
import workouts.chassis.testing.Answer;
import workouts.chassis.testing.Api;
import workouts.chassis.testing.Tokens;
import workouts.chassis.tiny.TinyGrpc;
import workouts.chassis.tiny.TinyService;

/// What a caller sees over HTTP, whatever they do.
final class HttpAnswersIT {
    private static final UUID SOMEBODY = UUID.fromString("0d9f2a34-7c36-4a0e-8c43-bd6f4c1f7a10");
    private final RunningService service = TinyService.shared();
    private final Tokens tokens = TinyService.TOKENS;
    private final Api nobody = Api.at(service.address());
    private final Api attendee = nobody.as(tokens.attendee(SOMEBODY));
    private final Api trainer = nobody.as(tokens.trainer(SOMEBODY));

    @Test
    void aTokenSaysWhoIsCalling() {
        var me = attendee.get("/api/tiny/me").json();
        assertThat(me.path("uuid").asText()).isEqualTo(SOMEBODY.toString());
        assertThat(me.path("role").asText()).isEqualTo("attendee");
        assertThat(me.path("name").asText()).isEqualTo("Ada Attendee");
    }

    @Test
    void withoutATokenNothingIsServed() {
        var answer = nobody.get("/api/tiny/me");
        requireProblem(answer, "401 empty-bearer-token");
        assertThat(answer.header("www-authenticate")).contains("Bearer");
        requireProblem(nobody.get("/api/nothing"), "401 empty-bearer-token");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "signature",
        "unsigned",
        "other issuer",
        "expired",
        "no expiry",
        "no uuid",
        "short uuid",
        "no name",
        "no role"
    })
    void aTokenThatIsNotGenuineOrCompleteIsNotTrusted(String flaw) {
        requireProblem(nobody.as(flawed(flaw)).get("/api/tiny/me"), "401 unable-to-verify-jwt");
    }

    private String flawed(String flaw) {
        Map<String, Object> claims = new HashMap<>(tokens.claims(SOMEBODY, "trainer", "Tess"));
        long now = TinyService.CLOCK.instant().getEpochSecond();
        switch (flaw) {
            case "signature" -> {
                return tokens.signed(claims, Tokens.SECRET + "!");
            }
            case "unsigned" -> {
                return tokens.unsigned(claims);
            }
            case "other issuer" -> claims.put("iss", "somebody");
            case "expired" -> claims.put("exp", now - 31);
            case "no expiry" -> claims.remove("exp");
            case "no uuid" -> claims.remove("user_uuid");
            case "short uuid" -> claims.put("user_uuid", "1-2-3-4-5");
            case "no name" -> claims.put("name", " ");
            case "no role" -> claims.remove("role");
            default -> throw new IllegalArgumentException(flaw);
        }
        return tokens.signed(claims);
    }

    @Test
    void anotherRoleIsRefused() {
        requireProblem(attendee.get("/api/tiny/trainers"), "403 invalid-role");
        assertThat(trainer.get("/api/tiny/trainers").status()).isEqualTo(200);
        var visitor = nobody.as(tokens.signed(tokens.claims(SOMEBODY, "visitor", "Vera")));
        requireProblem(visitor.get("/api/tiny/me"), "403 invalid-role");
    }

    @ParameterizedTest(name = "{0} → {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            {"text":"a","hours":[]}                                  | 200 |
            {"text":"a","hours":["2030-01-07T12:00:00+01:00"]}       | 200 |
            {"text":"a","hours":[],"colour":1}                       | 400 | unknown field: colour
            {"text":"a","hours":[],"inner":{"number":1,"x":2}}       | 400 | unknown field: inner.x
            {"text":"a","hours":["noon"]}                            | 400 | the field is missing or cannot be read: hours[0]
            {"text":"a","hours":[1893456000]}                        | 400 | the field is missing or cannot be read: hours[0]
            {"text":"a","hours":["2030-01-07T12:00:00"]}             | 400 | the field is missing or cannot be read: hours[0]
            {"text":"a","hours":[],"inner":{"number":"1"}}           | 400 | the field is missing or cannot be read: inner.number
            {"text":7,"hours":[]}                                    | 400 | the field is missing or cannot be read: text
            {"text":true,"hours":[]}                                 | 400 | the field is missing or cannot be read: text
            {"hours":[]}                                             | 400 | the field is missing or cannot be read: text
            {"text":null,"hours":[]}                                 | 400 | the field is missing or cannot be read: text
            {"text":"a","hours":[]} and more                         | 400 | the body is not the JSON that is expected
            {"text":                                                 | 400 | the body is not the JSON that is expected
            []                                                       | 400 | the body is not the JSON that is expected
            """)
    void aBodyIsReadStrictly(String body, int status, String message) {
        var answer = attendee.post("/api/tiny/notes", body);
        assertThat(answer.status()).describedAs(answer.body()).isEqualTo(status);
        if (status == 400) {
            requireProblem(answer, "400 invalid-request");
            assertThat(answer.json().path("message").asText()).isEqualTo(message);
        }
    }

    @Test
    void aBodyHasToBeThereAndJsonAndShort() {
        requireProblem(attendee.post("/api/tiny/notes", ""), "400 invalid-request");
        requireProblem(
                attendee.with("Content-Type", "text/plain").post("/api/tiny/notes", "{}"),
                "415 unsupported-media-type");
        var tooLong = "{\"hours\":[],\"text\":\"" + "a".repeat(BodyLimit.BYTES_MAX) + "\"}";
        requireProblem(attendee.post("/api/tiny/notes", tooLong), "413 request-too-large");
        var fits = "{\"hours\":[],\"text\":\"" + "a".repeat(BodyLimit.BYTES_MAX - 100) + "\"}";
        assertThat(attendee.post("/api/tiny/notes", fits).status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            /api/tiny/numbers/0d9f2a34-7c36-4a0e-8c43-bd6f4c1f7a10?n=1   | 200 |
            /api/tiny/numbers/0d9f2a34-7c36-4a0e-8c43-bd6f4c1f7a10?n=one | 400 | n cannot be read
            /api/tiny/numbers/0d9f2a34-7c36-4a0e-8c43-bd6f4c1f7a10       | 400 | n is missing
            /api/tiny/numbers/12?n=1                                     | 400 | id cannot be read
            """)
    void parametersAreReadByName(String path, int status, String message) {
        var answer = attendee.get(path);
        assertThat(answer.status()).describedAs(answer.body()).isEqualTo(status);
        if (status == 400) {
            requireProblem(answer, "400 invalid-request");
            assertThat(answer.json().path("message").asText()).isEqualTo(message);
        }
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        requireProblem(attendee.get("/api/nothing"), "404 not-found");
        var wrong = attendee.delete("/api/tiny/me");
        requireProblem(wrong, "405 method-not-allowed");
        assertThat(wrong.header("allow"))
                .hasValueSatisfying(methods -> assertThat(methods).contains("GET"));
    }

    @Test
    void theFormOfAnAnswerIsNotAskedFor() {
        assertThat(attendee.with("Accept", "text/html").get("/api/tiny/me").header("content-type"))
                .contains("application/json");
        requireProblem(attendee.with("Accept", "image/png").get("/api/nothing"), "404 not-found");
        requireProblem(nobody.with("Accept", "nonsense").get("/api/tiny/me"), "401 empty-bearer-token");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            MALFORMED       | 400
            UNAUTHENTICATED | 401
            FORBIDDEN       | 403
            NOT_FOUND       | 404
            CONFLICT        | 409
            OUTDATED        | 412
            RULE            | 422
            UNFINISHED      | 503
            UNAVAILABLE     | 503
            FAULT           | 500
            """)
    void everyProblemIsAnsweredAsTheTableSays(String kind, int status) {
        var answer = attendee.get("/api/tiny/problems/" + kind);
        requireProblem(answer, status + " as-asked");
        assertThat(answer.header("retry-after").isPresent()).isEqualTo(status == 503);
    }

    @Test
    void whatGoesWrongInsideStaysInside() {
        var bug = attendee.get("/api/tiny/problems/bug");
        requireProblem(bug, "500 internal-server-error");
        assertThat(bug.body()).doesNotContain("Ada");
        var outage = attendee.get("/api/tiny/problems/slow-database");
        requireProblem(outage, "503 unavailable");
        assertThat(outage.body()).doesNotContain("secrets");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"GET /api/%zz HTTP/1.1", "GET /api//tiny/me;x=1 HTTP/1.1", "GET /api/../../etc HTTP/1.1"})
    void aPathThatIsNoneIsAnsweredToo(String line) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), service.address().getPort())) {
            socket.setSoTimeout(10_000);
            var request = line + "\r\nHost: localhost\r\nAuthorization: Bearer " + tokens.attendee(SOMEBODY)
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/json", "\"slug\":\"invalid-request\"");
        }
    }

    @Test
    void probesAndMetersNeedNoToken() {
        for (var probe : new String[] {"health", "health/liveness", "health/readiness"}) {
            assertThat(nobody.get("/actuator/" + probe).json().path("status").asText())
                    .describedAs(probe)
                    .isEqualTo("UP");
        }
        attendee.get("/api/tiny/me");
        assertThat(nobody.get("/actuator/prometheus").body())
                .contains("http_server_requests_seconds_count", "hikaricp");
        assertThat(nobody.get("/actuator/env").status()).isEqualTo(404);
    }

    @Test
    void theIssuerOfDevelopmentMakesTokensThatAreTrusted() {
        var answer = nobody.post("/api/dev/token", request("ada", "attendee"));
        assertThat(answer.status()).describedAs(answer.body()).isEqualTo(200);
        var token = answer.json().path("token").asText();
        assertThat(nobody.as(token).get("/api/tiny/me").json().path("name").asText())
                .isEqualTo("ada");
        assertThat(answer.json().path("expiresAt").asText()).isEqualTo("2030-01-07T18:00:00Z");
        requireProblem(nobody.post("/api/dev/token", request("ada", "king")), "400 invalid-request");
        requireProblem(nobody.post("/api/dev/token", request(" ", "attendee")), "400 invalid-request");
    }

    private static String request(String name, String role) {
        return """
                {"userUuid":"%s","email":"ada@example.org","name":"%s","role":"%s"}""".formatted(SOMEBODY, name, role);
    }

    @Test
    void aTraceGoesOnToTheNeighbour() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var answer = attendee.with("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .get("/api/tiny/trace");
        assertThat(answer.json().path("trace").asText())
                .describedAs(answer.body())
                .isEqualTo(trace);
        assertThat(service.bean(TinyGrpc.class).trace()).isEqualTo(trace);
    }

    private static void requireProblem(Answer answer, String told) {
        assertThat(answer.told()).describedAs(answer.body()).isEqualTo(told);
        assertThat(answer.header("content-type")).isEqualTo(Optional.of("application/json"));
        assertThat(answer.json().fieldNames()).toIterable().containsExactlyInAnyOrder("slug", "message");
        assertThat(answer.json().path("message").asText()).isNotBlank();
    }
}
