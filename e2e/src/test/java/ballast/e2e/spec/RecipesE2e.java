package ballast.e2e.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.e2e.process.JsonAnswer;
import ballast.e2e.process.Launch;
import ballast.e2e.process.LedgerClient;
import ballast.e2e.process.Nodes;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// docs/recipes.md does what it says: its own commands are sent, in their order, to a fresh server.
@Timeout(120)
final class RecipesE2e {
    private static final Path DOCUMENT = Path.of("../docs/recipes.md");
    private static final Pattern RECIPE = Pattern.compile(
            "(?s)```\\ncurl (?:--json '(?<body>.*?)' )?http://127\\.0\\.0\\.1:8080(?<target>\\S+)\\n```\\n\\n"
                    + "```\\n(?<answer>.*?)\\n```");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder = Path.of("");

    @RegisterExtension
    private final Nodes nodes = new Nodes();

    private record Step(String target, String body, JsonAnswer answer) {}

    @Test
    void everyCommandIsAnsweredAsTheDocumentSays() throws Exception {
        String document = Files.readString(DOCUMENT);
        List<Step> steps = new ArrayList<>();
        Launch launch = Launch.on(folder.resolve("data"));
        var server = nodes.start(launch);
        try (var client = new LedgerClient(server.url())) {
            Matcher recipe = RECIPE.matcher(document);
            while (recipe.find()) {
                String body = recipe.group("body");
                String target = recipe.group("target");
                JsonAnswer answer = body == null ? client.get(target) : client.post(target, body);
                assertThat(missing(Json.decodeValue(recipe.group("answer")), answer.json(), "$"))
                        .describedAs("%s%n%s", recipe.group(), answer)
                        .isEmpty();
                if (body != null) {
                    steps.add(new Step(target, body, answer));
                }
            }
        }
        assertThat(steps).hasSize(document.split("curl --json", -1).length - 1).hasSizeGreaterThan(15);
        server.kill();

        var again = nodes.start(launch);
        try (var client = new LedgerClient(again.url())) {
            for (Step step : steps) {
                assertThat(client.post(step.target(), step.body())).isEqualTo(step.answer());
            }
        }
    }

    /// What of an expected value is not in a given one: members by their names, items by their places.
    private static List<String> missing(Object expected, Object given, String where) {
        List<String> missing = new ArrayList<>();
        if (expected instanceof JsonObject object && given instanceof JsonObject found) {
            for (String name : object.fieldNames()) {
                missing.addAll(missing(object.getValue(name), found.getValue(name), where + "." + name));
            }
        } else if (expected instanceof JsonArray array && given instanceof JsonArray found) {
            if (array.size() != found.size()) {
                missing.add("%s: %d of %d items".formatted(where, found.size(), array.size()));
            }
            for (int i = 0; i < Math.min(array.size(), found.size()); i++) {
                missing.addAll(missing(array.getValue(i), found.getValue(i), "%s[%d]".formatted(where, i)));
            }
        } else if (!expected.equals(given)) {
            missing.add("%s: expected %s, got %s".formatted(where, expected, given));
        }
        return missing;
    }
}
