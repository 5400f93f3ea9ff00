package ballast.publicapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.publicapi.SizeLimits;
import ballast.virtualmachine.testing.FakeVirtualMachine;
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
            Pattern.compile("(?m)^\\$ curl (.*) 'http://127\\.0\\.0\\.1:8080(\\S+)'\\n(.*)$");
    private static final Pattern FIRST_EXAMPLE =
            Pattern.compile("(?m)^\\$ curl ()'http://127\\.0\\.0\\.1:8080(\\S+)'\\n(.*)$");
    private static final Pattern FORM_FIELD = Pattern.compile("-d (\\S+)");
    private static final Pattern HEADER = Pattern.compile("-H '([^']*)'");

    @Test
    void everyExampleIsAnsweredAsItSays() throws IOException {
        var document = Files.readString(DOCUMENT);
        int examples = 0;
        try (var server = new RunningServer(new FakeVirtualMachine());
                var connection = server.connect()) {
            for (var pattern : List.of(FIRST_EXAMPLE, EXAMPLE)) {
                var example = pattern.matcher(document);
                while (example.find()) {
                    examples++;
                    assertThat(send(connection, example.group(1), example.group(2)))
                            .describedAs(example.group())
                            .isEqualTo(example.group(3));
                }
            }
        }
        assertThat(examples).isEqualTo(6);
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
        boolean posts = options.contains("-X POST") || !fields.isEmpty();
        return connection
                .request((posts ? "POST " : "GET ") + target, headers.toString(), String.join("&", fields))
                .response()
                .body();
    }
}
