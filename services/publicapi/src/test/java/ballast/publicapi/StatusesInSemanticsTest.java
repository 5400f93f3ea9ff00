package ballast.publicapi;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.types.protocol.v1.RefusalReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The list of reasons in docs/semantics.md has the statuses that clients get.
final class StatusesInSemanticsTest {
    @Test
    void theDocumentGivesEachReasonItsStatuses() throws IOException {
        var row = Pattern.compile("^\\| \\d+ \\| `(\\w+)` \\|.*\\| (\\d+) \\| `(\\w+)` \\|$", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("../../docs/semantics.md")));
        int rows = 0;
        while (row.find()) {
            rows++;
            var statuses = Statuses.of(RefusalReason.valueOf("REFUSAL_REASON_" + row.group(1)));
            assertThat(row.group(2) + " " + row.group(3))
                    .describedAs(row.group(1))
                    .isEqualTo(statuses.http() + " " + statuses.grpc());
        }
        assertThat(rows).isEqualTo(RefusalReason.values().length - 2);
    }
}
