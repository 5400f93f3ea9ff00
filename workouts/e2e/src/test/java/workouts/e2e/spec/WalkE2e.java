package workouts.e2e.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import workouts.e2e.process.BashBlock;
import workouts.e2e.process.DemoProcess;

/// docs/workouts.md does what it says: its own lines, in their order, while the demo runs.
@Timeout(400)
final class WalkE2e {
    private static final Path DOCUMENT = Path.of("../../docs/workouts.md");
    private static final Pattern VARIABLE = Pattern.compile("(?m)^(\\w+)=(.*)$");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder = Path.of("");

    @Test
    void everyLineOfTheDocumentDoesWhatItsCommentSays() throws Exception {
        try (var demo = DemoProcess.start(folder)) {
            var ran = BashBlock.of(DOCUMENT).run(folder);
            assertThat(ran)
                    .allSatisfy(line -> assertThat(line.exit()).as("%s", line).isZero());
            check(ran, variables());
            assertThat(demo.stop()).as(String.join("\n", demo.said())).isEqualTo(143);
        }
    }

    /// What is printed by those lines that print something, in their order.
    private static void check(List<BashBlock.Ran> ran, Map<String, String> variables) throws Exception {
        var answers = new ArrayList<JsonNode>();
        for (var line : ran) {
            if (!line.out().isBlank()) {
                answers.add(JSON.readTree(line.out()));
            }
        }
        assertThat(answers).hasSize(8);
        var before = answers.get(0);
        assertThat(before.path("displayName").asText()).isEqualTo("Ada Attendee");
        assertThat(before.path("balance").asLong()).isEqualTo(20);
        var booked = answers.get(1);
        assertThat(booked.path("notes").asText()).isEqualTo("mind my knee");
        assertThat(booked.path("time").asText()).isEqualTo(variables.get("HOUR"));
        assertThat(booked.path("userUuid").asText()).isEqualTo(variables.get("ADA"));
        assertThat(answers.get(2).path("balance").asLong()).isEqualTo(19);
        var account = answers.get(3).path("accounts").path(0);
        assertThat(account.path("posted").asText()).isEqualTo("19");
        assertThat(account.path("available").asText()).isEqualTo("19");
        var moved = answers.get(4);
        assertThat(moved.path("uuid")).isEqualTo(booked.path("uuid"));
        assertThat(moved.path("time").asText()).isEqualTo(variables.get("THIRD_HOUR"));
        assertThat(moved.has("proposedTime")).isFalse();
        assertThat(answers.get(5).path("balance").asLong()).isEqualTo(20);
        assertThat(kinds(answers.get(6).path("changes"))).containsExactly("refunded", "booked", "granted");
        assertThat(kinds(answers.get(7).path("entries")))
                .as("%s", answers.get(7))
                .contains("credit", "debitHeld", "debitCaptured");
    }

    private static List<String> kinds(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("kind").asText())
                .toList();
    }

    /// Of the file that the demo has written.
    private Map<String, String> variables() throws Exception {
        var variables = new HashMap<String, String>();
        var file = VARIABLE.matcher(Files.readString(folder.resolve("workouts-data/demo.env")));
        while (file.find()) {
            variables.put(file.group(1), file.group(2));
        }
        return variables;
    }
}
