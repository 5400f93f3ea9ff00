package workouts.chassis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// What a service has promised, in OpenAPI 3.1, and whether it keeps to it.
///
/// Thread-safe.
public final class OpenApi {
    private static final String PLACE = "https://workouts.invalid/openapi.json";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final SchemaValidatorsConfig FORMATS_TOO =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode document;
    private final String base;
    private final JsonSchemaFactory schemas;
    private final Map<String, JsonSchema> read = new ConcurrentHashMap<>();

    private OpenApi(JsonNode document) {
        this.document = document;
        this.base = document.at("/servers/0/url").asText("");
        this.schemas = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(PLACE, document.toString()))));
    }

    /// Reads a document of the class path, as in `/openapi/trainer.yml`.
    public static OpenApi of(String resource) {
        try (var file = Objects.requireNonNull(OpenApi.class.getResourceAsStream(resource), resource)) {
            return new OpenApi(new YAMLMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException("setup: cannot read " + resource, e);
        }
    }

    /// Every operation, as in `GET /api/trainings/{}`: what a path variable is called is nobody's business.
    public Set<String> routes() {
        var routes = new TreeSet<String>();
        document.path("paths")
                .fieldNames()
                .forEachRemaining(path -> document.path("paths")
                        .path(path)
                        .fieldNames()
                        .forEachRemaining(method -> {
                            if (METHODS.contains(method)) {
                                routes.add(Routes.route(method, base + path));
                            }
                        }));
        return routes;
    }

    /// Fails unless the document has such an answer to such a request.
    ///
    /// Three answers are the same for every path and described in words: 404 for a path that is not here, 405 for a
    /// method that a path does not have, and 401 before either is known.
    public void requireDescribed(String method, String target, Answer answer) {
        var path = target.replaceFirst("\\?.*", "");
        var template = template(path);
        var operation = "/paths/" + escaped(template) + "/" + method.toLowerCase(Locale.ROOT);
        var problem = "#/components/schemas/Problem";
        if (template.isEmpty() || document.at(operation).isMissingNode()) {
            requireOneOf(Set.of(401, 404, 405), method, target, answer);
            require(problem, method, target, answer);
            return;
        }
        var response = resolved(operation + "/responses/" + answer.status());
        if (document.at(response).isMissingNode()) {
            throw new AssertionError("not described: %s %s: %s".formatted(method, target, answer));
        }
        requireHeaders(response, method, target, answer);
        if (document.at(response + "/content").isMissingNode()) {
            if (!answer.body().isEmpty()) {
                throw new AssertionError("no body is described: %s %s: %s".formatted(method, target, answer));
            }
            return;
        }
        var type = answer.header("content-type").orElse("");
        var content = response + "/content/" + escaped(type);
        if (document.at(content).isMissingNode()) {
            throw new AssertionError("%s is not described: %s %s: %s".formatted(type, method, target, answer));
        }
        require("#" + content + "/schema", method, target, answer);
    }

    /// The examples of the document that are not as the document says.
    public List<String> faultyExamples() {
        var faults = new ArrayList<String>();
        collectFaults("", document, faults);
        return faults;
    }

    private void collectFaults(String pointer, JsonNode node, List<String> faults) {
        if (node.has("schema")) {
            if (node.has("example")) {
                faults.addAll(flaws("#" + pointer + "/schema", node.get("example")));
            }
            node.path("examples")
                    .forEach(example -> faults.addAll(flaws("#" + pointer + "/schema", example.get("value"))));
        }
        node.fieldNames()
                .forEachRemaining(name -> collectFaults(pointer + "/" + escaped(name), node.get(name), faults));
    }

    private void requireHeaders(String response, String method, String target, Answer answer) {
        document.at(response + "/headers").fieldNames().forEachRemaining(name -> {
            if (answer.header(name).isEmpty()) {
                throw new AssertionError("without %s: %s %s: %s".formatted(name, method, target, answer));
            }
        });
    }

    private void require(String schema, String method, String target, Answer answer) {
        var flaws = flaws(schema, answer.json());
        if (!flaws.isEmpty()) {
            throw new AssertionError("%s %s: %s is not as described: %s".formatted(method, target, answer, flaws));
        }
    }

    private static void requireOneOf(Set<Integer> statuses, String method, String target, Answer answer) {
        if (!statuses.contains(answer.status())) {
            throw new AssertionError("not described: %s %s: %s".formatted(method, target, answer));
        }
    }

    private List<String> flaws(String schema, JsonNode value) {
        var found =
                read.computeIfAbsent(schema, place -> schemas.getSchema(SchemaLocation.of(PLACE + place), FORMATS_TOO));
        return found.validate(value).stream().map(flaw -> schema + ": " + flaw).toList();
    }

    /// The path of the document that a path of a request is one of; empty if there is none.
    private String template(String path) {
        var found = "";
        for (var template : (Iterable<String>) () -> document.path("paths").fieldNames()) {
            if (path.equals(base + template)) {
                return template;
            }
            if (path.matches((base + template).replaceAll("\\{[^}]+}", "[^/]+"))) {
                found = template;
            }
        }
        return found;
    }

    private String resolved(String pointer) {
        var reference = document.at(pointer).path("$ref").asText("");
        return reference.isEmpty() ? pointer : reference.substring(1);
    }

    private static String escaped(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }
}
