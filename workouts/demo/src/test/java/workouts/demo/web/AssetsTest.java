package workouts.demo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static workouts.demo.web.Visitor.header;
import static workouts.demo.web.Visitor.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The files of the page and whom it is for, over HTTP. Nobody stands behind `/api`.
final class AssetsTest {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
    private static final String SCRIPT = "/assets/_app-a1b2c3d4.js";
    private static final Identity ADA = new Identity(
            UUID.fromString("c0ffee00-0000-4000-8000-000000000002"), "Ada \"O'\\\tL\"", "ada@example.org", "attendee");

    private final WebServer server = server(List.of(ADA));
    private final Visitor visitor = new Visitor(server.address());

    private static WebServer server(List<Identity> people) {
        try {
            var gateway = new Gateway(() -> new Backends(NOWHERE, NOWHERE, NOWHERE), Duration.ofSeconds(5));
            return new WebServer(0, new Assets("/workouts/demo/web/site/"), gateway, people);
        } catch (IOException e) {
            throw new IllegalStateException("setup: the web server did not start", e);
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # path                        | status | what, and how long it may be kept
            /                             | 200    | text/html; charset=utf-8, no-cache
            /index.html                   | 200    | text/html; charset=utf-8, no-cache
            /trainings                    | 200    | text/html; charset=utf-8, no-cache
            /trainings/                   | 200    | text/html; charset=utf-8, no-cache
            /trainings/c0ffee00-00/move   | 200    | text/html; charset=utf-8, no-cache
            /book?hour=2030-01-07T12:00Z  | 200    | text/html; charset=utf-8, no-cache
            /apiary                       | 200    | text/html; charset=utf-8, no-cache
            /favicon.svg                  | 200    | image/svg+xml, no-cache
            /assets/_app-a1b2c3d4.js      | 200    | text/javascript; charset=utf-8, public, max-age=31536000, immutable
            /assets/_app-00000000.js      | 404    | application/json, no-store
            /favicon.ico                  | 404    | application/json, no-store
            /assets                       | 200    | text/html; charset=utf-8, no-cache
            /config.json                  | 200    | application/json, no-store
            /config.json/                 | 404    | application/json, no-store
            /Assets.class                 | 404    | application/json, no-store
            """)
    void everyPathIsAFileAPageOrNothing(String path, int status, String told) throws Exception {
        var answer = visitor.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Type") + ", " + header(answer, "Cache-Control"))
                .isEqualTo(told);
        if (told.startsWith("text/html")) {
            assertThat(text(answer)).contains("<title>The page</title>");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../Assets.class",
                "/assets/../../Assets.class",
                "/assets/../index.html",
                "/%2e%2e/Assets.class",
                "/assets/%2e%2e/index.html",
                "/assets%2f..%2findex.html",
                "/..%5cAssets.class",
                "/assets/./_app-a1b2c3d4.js",
                "//assets/_app-a1b2c3d4.js",
                "/.gitignore",
                "/assets/.hidden/file.js",
                "/index.html%00.js",
                "/caf%C3%A9"
            })
    void nothingOutsideOfThePageCanBeReached(String path) throws Exception {
        assertThat(visitor.raw("GET " + path + " HTTP/1.1\r\nHost: page\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404 ")
                .endsWith("{\"slug\":\"not-found\",\"message\":\"there is nothing at this path\"}");
    }

    @Test
    void aPathCannotBeLongerThanAnyOfOurs() throws Exception {
        assertThat(visitor.get("/" + "a".repeat(199)).statusCode()).isEqualTo(200);
        assertThat(visitor.get("/" + "a".repeat(200)).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/a".repeat(50_000)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # path                   | accepted                 | encoding
            /assets/_app-a1b2c3d4.js | gzip                     | gzip
            /assets/_app-a1b2c3d4.js | gzip, deflate, br, zstd  | gzip
            /assets/_app-a1b2c3d4.js | br;q=1.0, gzip;q=0.8     | gzip
            /assets/_app-a1b2c3d4.js | gzip;q=0                 | ''
            /assets/_app-a1b2c3d4.js | gzip;q=0.000             | ''
            /assets/_app-a1b2c3d4.js | identity                 | ''
            /index.html              | gzip                     | ''
            """)
    void whatGetsSmallerIsCompressedForThoseWhoCanReadIt(String path, String accepted, String encoding)
            throws Exception {
        var plain = visitor.get(path);
        var answer = visitor.get(path, "Accept-Encoding", accepted);
        assertThat(header(answer, "Content-Encoding")).isEqualTo(encoding);
        assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
        if (encoding.isEmpty()) {
            assertThat(answer.body()).isEqualTo(plain.body());
        } else {
            assertThat(answer.body()).hasSizeLessThan(plain.body().length / 2);
            assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())))
                    .hasBinaryContent(plain.body());
        }
    }

    @Test
    void whatIsThereAlreadyIsNotSentAgain() throws Exception {
        var first = visitor.get("/");
        var again = visitor.get("/", "If-None-Match", header(first, "ETag"));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(header(first, "ETag")).startsWith("W/\"");
        assertThat(visitor.get("/", "If-None-Match", "W/\"another\"").statusCode())
                .isEqualTo(200);
        assertThat(header(visitor.get(SCRIPT), "ETag")).isNotEqualTo(header(first, "ETag"));
    }

    @Test
    void headTellsWhatGetWouldSend() throws Exception {
        for (var path : List.of("/", SCRIPT, "/nothing.js", "/config.json")) {
            var get = visitor.get(path);
            var head = visitor.send("HEAD", path, "");
            assertThat(head.statusCode()).isEqualTo(get.statusCode());
            assertThat(head.body()).isEmpty();
            for (var name : List.of("Content-Type", "Content-Length", "Cache-Control", "ETag")) {
                assertThat(header(head, name)).describedAs(path + " " + name).isEqualTo(header(get, name));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE"})
    void thePageIsOnlyToBeRead(String method) throws Exception {
        var answer = visitor.send(method, "/trainings", "");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", SCRIPT, "/nothing.js", "/config.json", "/api/nothing", "/api/trainings"})
    void everyAnswerSaysWhatABrowserMayDoWithIt(String path) throws Exception {
        var answer = visitor.get(path);
        assertThat(header(answer, "Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .contains("frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "data:", "http:", "*");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
    }

    @Test
    void whoCanSignInIsTold() throws Exception {
        assertThat(text(visitor.get("/config.json")))
                .isEqualTo(
                        "{\"identities\":[{\"userUuid\":\"c0ffee00-0000-4000-8000-000000000002\","
                                + "\"name\":\"Ada \\\"O'\\\\\\u0009L\\\"\",\"email\":\"ada@example.org\",\"role\":\"attendee\"}]}");
        try (var nobody = server(List.of())) {
            HttpResponse<byte[]> answer = new Visitor(nobody.address()).get("/config.json");
            assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo("{\"identities\":[]}");
        }
    }

    @Test
    void aDistributionWithoutThePageIsNoticedAtOnce() {
        assertThatThrownBy(() -> new Assets("/workouts/demo/web/nothing/"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("there is no page in /workouts/demo/web/nothing/ of the class path");
    }
}
