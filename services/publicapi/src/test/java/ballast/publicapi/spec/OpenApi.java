package ballast.publicapi.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// The document that the server hands out, read by a foreign validator.
final class OpenApi {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final String PLACE = "https://ballast.invalid/openapi.json";
    private static final String TEXT = text();
    static final JsonNode DOCUMENT = parsed(TEXT);
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(PLACE, TEXT))));
    private static final Map<String, JsonSchema> READ = new ConcurrentHashMap<>();

    private OpenApi() {}

    /// Fails unless the document has such a response to such a request. Paths that are not below `/v1` are not its
    /// matter.
    static void requireDescribed(String requestLine, RawResponse response) {
        var method = requestLine.substring(0, requestLine.indexOf(' '));
        var path = requestLine.substring(requestLine.indexOf(' ') + 1).replaceFirst("\\?.*", "");
        var template = template(path);
        if (template.isEmpty() || method.equals("HEAD")) {
            return;
        }
        var operation = DOCUMENT.at("/paths/" + escaped(template)).path(method.toLowerCase(Locale.ROOT));
        if (operation.isMissingNode()) {
            if (response.status() != 405) {
                throw new AssertionError(
                        "%s is not described and answered %d".formatted(requestLine, response.status()));
            }
            return;
        }
        var type = response.header("content-type").orElse("");
        var place = "#/paths/%s/%s/responses/%d/content/%s/schema"
                .formatted(escaped(template), method.toLowerCase(Locale.ROOT), response.status(), escaped(type));
        if (DOCUMENT.at(place.substring(1)).isMissingNode()) {
            throw new AssertionError(
                    "%s: %d %s is not described: %s".formatted(requestLine, response.status(), type, response.body()));
        }
        if (type.equals("application/x-ndjson")) {
            response.body().lines().forEach(line -> require(requestLine, "#/components/schemas/ImportLine", line));
        } else {
            require(requestLine, place, response.body());
        }
    }

    /// What is wrong with a text, by a schema of the document.
    static List<String> flaws(String schema, String text) {
        var read = READ.computeIfAbsent(schema, place -> SCHEMAS.getSchema(SchemaLocation.of(PLACE + place)));
        var flaws = new ArrayList<String>();
        read.validate(parsed(text)).forEach(flaw -> flaws.add(flaw.toString()));
        return flaws;
    }

    /// The path of the document that a path of a request is one of; empty if there is none.
    static String template(String path) {
        var found = "";
        for (var template : (Iterable<String>) () -> DOCUMENT.path("paths").fieldNames()) {
            if (path.equals(template)) {
                return template;
            }
            if (path.matches(template.replaceAll("\\{[a-z]+}", "[^/]+"))) {
                found = template;
            }
        }
        return found;
    }

    static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    private static void require(String requestLine, String schema, String text) {
        var flaws = flaws(schema, text);
        if (!flaws.isEmpty()) {
            throw new AssertionError("%s: the answer is not as described: %s%n%s".formatted(requestLine, flaws, text));
        }
    }

    private static String escaped(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }

    private static String text() {
        try (var file = Objects.requireNonNull(
                OpenApi.class.getResourceAsStream("/ballast/publicapi/openapi.json"), "no openapi.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
