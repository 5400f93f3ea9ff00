package ballast.publicapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.publicapi.SizeLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// docs/api.md says what the server does: its examples are sent, in their order, and answered as they say.
final class ApiDocumentSpec {
    private static final Path DOCUMENT = Path.of("../../docs/api.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("(?m)^\\$ curl (?:(.*) )?'http://127\\.0\\.0\\.1:8080(\\S+)'\\n(.*)$");
    private static final Pattern JSON = Pattern.compile("--json '([^']*)'");
    private static final Pattern FORM_FIELD = Pattern.compile("-d (\\S+)");
    private static final Pattern HEADER = Pattern.compile("-H '([^']*)'");

    @Test
    void everyExampleIsAnsweredAsItSays() throws IOException {
        var document = Files.readString(DOCUMENT);
        var wrong = new StringBuilder();
        int examples = 0;
        try (var server = new RunningServer(new RememberedLedger());
                var connection = server.connect()) {
            var example = EXAMPLE.matcher(document);
            while (example.find()) {
                examples++;
                var options = example.group(1) == null ? "" : example.group(1);
                var answer = send(connection, options, example.group(2));
                if (!answer.equals(example.group(3))) {
                    wrong.append(example.group().lines().findFirst().orElseThrow())
                            .append('\n')
                            .append(answer)
                            .append('\n');
                }
            }
        }
        assertThat(wrong).describedAs("examples that are answered otherwise").isEmpty();
        assertThat(examples).isEqualTo(20);
    }

    @Test
    void theLimitsAreTheDefaults() throws IOException {
        var document = Files.readString(DOCUMENT);
        var sizes = SizeLimits.defaults();
        for (int limit : List.of(
                sizes.connectionsMax(),
                sizes.inFlightMax(),
                sizes.requestLineBytesMax(),
                sizes.headersBytesMax(),
                sizes.bodyBytesMax(),
                sizes.messageBytesMax(),
                sizes.batchBytesMax(),
                sizes.watchersMax(),
                sizes.importsMax(),
                sizes.streamsMax(),
                sizes.resetsMax(),
                sizes.unreadBytesMax())) {
            assertThat(document).contains("| %s".formatted(String.format(Locale.ROOT, "%,d", limit)));
        }
    }

    private static String send(RawConnection connection, String options, String target) {
        var fields = new ArrayList<String>();
        FORM_FIELD.matcher(options).results().forEach(field -> fields.add(field.group(1)));
        var headers = new StringBuilder();
        HEADER.matcher(options)
                .results()
                .forEach(header -> headers.append(header.group(1)).append("\r\n"));
        if (!fields.isEmpty()) {
            headers.append("Content-Type: application/x-www-form-urlencoded\r\n");
        }
        var json = JSON.matcher(options);
        if (json.find()) {
            return connection
                    .request("POST " + target, "Content-Type: application/json\r\n", json.group(1))
                    .response()
                    .body();
        }
        boolean posts = options.contains("-X POST") || !fields.isEmpty();
        return connection
                .request((posts ? "POST " : "GET ") + target, headers.toString(), String.join("&", fields))
                .response()
                .body();
    }
}
