package workouts.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The check of contracts finds what breaks them.
final class OpenApiTest {
    private final OpenApi document = OpenApi.of("/openapi/sample.yml");

    @ParameterizedTest(name = "{0}: {1} {3} with {2}: {4}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            GET /api/things/7     | 200 | application/json | {"name":"a"}                                  | kept
            GET /api/things/7?a=b | 200 | application/json | {"name":"a"}                                  | kept
            GET /api/things/7     | 200 | application/json | {"name":"a","made":"2030-01-07T12:00:00Z"}    | kept
            GET /api/things/7     | 404 | application/json | {"slug":"no-such-thing","message":"a"}        | kept
            DELETE /api/things/7  | 204 | -                | ''                                            | kept
            GET /api/things/best  | 204 | -                | ''                                            | kept
            GET /api/nothing      | 404 | application/json | {"slug":"not-found","message":"a"}            | kept
            PUT /api/things/7     | 405 | application/json | {"slug":"method-not-allowed","message":"a"}   | kept
            GET /api/things/7     | 200 | application/json | {}                                            | not as described
            GET /api/things/7     | 200 | application/json | {"name":1}                                    | not as described
            GET /api/things/7     | 200 | application/json | {"name":"a","x":1}                            | not as described
            GET /api/things/7     | 200 | application/json | {"name":"a","made":"noon"}                    | not as described
            GET /api/things/7     | 200 | text/plain       | {"name":"a"}                                  | is not described
            GET /api/things/7     | 201 | application/json | {"name":"a"}                                  | not described
            GET /api/things/7     | 404 | application/json | {"slug":"other","message":"a"}                | not as described
            DELETE /api/things/7  | 204 | application/json | {}                                            | no body is described
            GET /api/things/best  | 200 | application/json | {"name":"a"}                                  | not described
            GET /api/nothing      | 200 | application/json | {}                                            | not described
            GET /api/nothing      | 404 | application/json | {}                                            | not as described
            """)
    void anAnswerIsKeptToOrNot(String line, int status, String type, String body, String told) {
        var method = line.substring(0, line.indexOf(' '));
        var target = line.substring(line.indexOf(' ') + 1);
        Map<String, List<String>> headers =
                type == null ? Map.of() : Map.of("content-type", List.of(type), "etag", List.of("1"));
        var answer = new Answer(status, HttpHeaders.of(headers, (_, _) -> true), body);
        if (told.equals("kept")) {
            assertThatCode(() -> document.requireDescribed(method, target, answer))
                    .doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> document.requireDescribed(method, target, answer))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(told);
        }
    }

    @Test
    void aPromisedHeaderHasToBeThere() {
        var json = HttpHeaders.of(Map.of("content-type", List.of("application/json")), (_, _) -> true);
        assertThatThrownBy(() ->
                        document.requireDescribed("GET", "/api/things/7", new Answer(200, json, "{\"name\":\"a\"}")))
                .hasMessageContaining("without ETag");
    }

    @Test
    void examplesAreCheckedToo() {
        assertThat(document.faultyExamples()).hasSize(1).first().asString().contains("name");
    }

    @Test
    void routesAreNamedWithoutTheirVariables() {
        assertThat(document.routes())
                .containsExactly("DELETE /api/things/{}", "GET /api/things/best", "GET /api/things/{}");
    }
}
