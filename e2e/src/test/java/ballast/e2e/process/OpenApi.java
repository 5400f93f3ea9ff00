package ballast.e2e.process;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A description of an interface in the form of OpenAPI 3.1, and whether answers keep to it.
///
/// Thread-safe.
public final class OpenApi {
    private final JsonObject document;
    private final JsonSchema schemas;

    OpenApi(JsonObject document) {
        this.document = document;
        this.schemas = new JsonSchema(document);
    }

    public String version() {
        return document.getString("openapi");
    }

    /// Every operation, as `get /v1/transactions`.
    public Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        JsonObject paths = document.getJsonObject("paths");
        for (String path : paths.fieldNames()) {
            for (String method : paths.getJsonObject(path).fieldNames()) {
                if (Set.of("get", "post").contains(method)) {
                    operations.add(method + " " + path);
                }
            }
        }
        return operations;
    }

    /// Checks an answer against what is said of its operation and its status.
    void check(String method, String target, JsonAnswer answer) {
        String path = target.replaceFirst("\\?.*", "");
        JsonObject operation = operation(method, path)
                .orElseThrow(() -> new AssertionError("not described: %s %s".formatted(method, path)));
        JsonObject responses = operation.getJsonObject("responses");
        JsonObject response = response(responses, answer.status());
        if (response == null) {
            throw new AssertionError("no status %d is described: %s %s".formatted(answer.status(), method, path));
        }
        JsonObject content = schemas.resolved(response).getJsonObject("content", new JsonObject());
        List<JsonObject> allowed = content.getMap().keySet().stream()
                .map(media -> content.getJsonObject(media).getJsonObject("schema"))
                .toList();
        Object body = Json.decodeValue(answer.body());
        List<String> problems = allowed.stream()
                .map(schema -> schemas.problem(schema, body, "$"))
                .flatMap(Optional::stream)
                .toList();
        if (!allowed.isEmpty() && problems.size() == allowed.size()) {
            throw new AssertionError(
                    "%s %s answered %s, which is not as described: %s".formatted(method, target, answer, problems));
        }
    }

    private static @Nullable JsonObject response(JsonObject responses, int status) {
        for (String name : List.of(Integer.toString(status), status / 100 + "XX", "default")) {
            if (responses.containsKey(name)) {
                return responses.getJsonObject(name);
            }
        }
        return null;
    }

    private Optional<JsonObject> operation(String method, String path) {
        for (Map.Entry<String, Object> described : document.getJsonObject("paths")) {
            String form = described.getKey().replaceAll("\\{[^}]*}", "[^/]+");
            // a colon belongs to a name, so that `transactions:batch` is no id
            if (path.matches(form) && ((JsonObject) described.getValue()).containsKey(method)) {
                return Optional.of(((JsonObject) described.getValue()).getJsonObject(method));
            }
        }
        return Optional.empty();
    }

    /// What a JSON value may be, as far as descriptions of interfaces need it.
    private record JsonSchema(JsonObject document) {
        /// What is wrong with a value.
        Optional<String> problem(JsonObject reference, Object value, String where) {
            JsonObject schema = resolved(reference);
            for (String list : List.of("oneOf", "anyOf")) {
                if (schema.containsKey(list) && options(schema, list, value, where) == 0) {
                    return Optional.of(where + " is none of " + list);
                }
            }
            for (Object part : schema.getJsonArray("allOf", new JsonArray())) {
                Optional<String> problem = problem((JsonObject) part, value, where);
                if (problem.isPresent()) {
                    return problem;
                }
            }
            return type(schema, value, where)
                    .or(() -> text(schema, value, where))
                    .or(() -> members(schema, value, where))
                    .or(() -> items(schema, value, where));
        }

        JsonObject resolved(JsonObject schema) {
            JsonObject found = schema;
            while (found.containsKey("$ref")) {
                JsonObject at = document;
                for (String step : found.getString("$ref").substring(2).split("/", -1)) {
                    at = at.getJsonObject(step.replace("~1", "/"));
                }
                found = at;
            }
            return found;
        }

        private long options(JsonObject schema, String list, Object value, String where) {
            return schema.getJsonArray(list).stream()
                    .filter(option -> problem((JsonObject) option, value, where).isEmpty())
                    .count();
        }

        private Optional<String> type(JsonObject schema, Object value, String where) {
            Object type = schema.getValue("type");
            boolean fits = type == null
                    || (type instanceof JsonArray types
                            ? types.stream().anyMatch(each -> isA((String) each, value))
                            : isA((String) type, value));
            return fits ? Optional.empty() : Optional.of("%s is no %s: %s".formatted(where, type, value));
        }

        private static boolean isA(String type, Object value) {
            return switch (type) {
                case "object" -> value instanceof JsonObject;
                case "array" -> value instanceof JsonArray;
                case "string" -> value instanceof String;
                case "boolean" -> value instanceof Boolean;
                case "integer" -> value instanceof Number && !value.toString().contains(".");
                case "number" -> value instanceof Number;
                default -> false;
            };
        }

        private Optional<String> text(JsonObject schema, Object value, String where) {
            boolean fits =
                    (!schema.containsKey("const") || schema.getValue("const").equals(value))
                            && (!schema.containsKey("enum")
                                    || schema.getJsonArray("enum").contains(value))
                            && (!(value instanceof String text)
                                    || !schema.containsKey("pattern")
                                    || Pattern.compile(schema.getString("pattern"))
                                            .matcher(text)
                                            .find());
            return fits ? Optional.empty() : Optional.of("%s must not be %s".formatted(where, value));
        }

        private Optional<String> members(JsonObject schema, Object value, String where) {
            if (!(value instanceof JsonObject object)) {
                return Optional.empty();
            }
            for (Object required : schema.getJsonArray("required", new JsonArray())) {
                if (!object.containsKey((String) required)) {
                    return Optional.of("%s has no %s".formatted(where, required));
                }
            }
            JsonObject properties = schema.getJsonObject("properties", new JsonObject());
            Object others = schema.getValue("additionalProperties");
            for (String name : object.fieldNames()) {
                String inside = where + "." + name;
                if (properties.containsKey(name)) {
                    Optional<String> problem = problem(properties.getJsonObject(name), object.getValue(name), inside);
                    if (problem.isPresent()) {
                        return problem;
                    }
                } else if (Boolean.FALSE.equals(others)) {
                    return Optional.of(inside + " is not described");
                } else if (others instanceof JsonObject other) {
                    Optional<String> problem = problem(other, object.getValue(name), inside);
                    if (problem.isPresent()) {
                        return problem;
                    }
                }
            }
            return Optional.empty();
        }

        private Optional<String> items(JsonObject schema, Object value, String where) {
            if (!(value instanceof JsonArray array) || !schema.containsKey("items")) {
                return Optional.empty();
            }
            for (int i = 0; i < array.size(); i++) {
                Optional<String> problem =
                        problem(schema.getJsonObject("items"), array.getValue(i), "%s[%d]".formatted(where, i));
                if (problem.isPresent()) {
                    return problem;
                }
            }
            return Optional.empty();
        }
    }
}
