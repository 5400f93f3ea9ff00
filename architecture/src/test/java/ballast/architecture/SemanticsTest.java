package ballast.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.types.protocol.v1.RefusalReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// docs/semantics.md says what the code does: the tests that it names are there, and its list of reasons is the one of
/// the interface and of the rules.
final class SemanticsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String PREFIX = "REFUSAL_REASON_";

    @Test
    void everyTestThatItNamesExists() throws IOException {
        var mention = Pattern.compile("`([A-Z]\\w+Test)#(\\w+)`").matcher(document());
        int mentions = 0;
        while (mention.find()) {
            mentions++;
            assertThat(source(mention.group(1)))
                    .describedAs(mention.group())
                    .containsPattern("\\s%s\\(".formatted(mention.group(2)));
        }
        assertThat(mentions).describedAs("tests named").isGreaterThan(60);
    }

    @Test
    void itsReasonsAreThoseOfTheInterfaceInOrderOfPrecedence() throws IOException {
        var rows = Pattern.compile("^\\| (\\d+) \\| `(\\w+)` \\|", Pattern.MULTILINE)
                .matcher(document())
                .results()
                .map(row -> row.group(2) + " " + row.group(1))
                .toList();
        var reasons = Stream.of(RefusalReason.values())
                .filter(reason -> reason != RefusalReason.UNRECOGNIZED)
                .filter(reason -> reason != RefusalReason.REFUSAL_REASON_UNSPECIFIED)
                .map(reason -> name(reason) + " " + reason.getNumber())
                .toList();
        assertThat(rows).isEqualTo(reasons);
    }

    @Test
    void theRulesHaveTheSameReasonsInTheSameOrder() {
        var reasons = Stream.of(RefusalReason.values())
                .filter(reason -> reason != RefusalReason.UNRECOGNIZED)
                .filter(reason -> reason.getNumber() >= RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED_VALUE)
                .map(SemanticsTest::name)
                .toList();
        assertThat(Stream.of(ballast.ledger.RefusalReason.values()).map(Enum::name))
                .isEqualTo(reasons);
    }

    @Test
    void everyReasonOfTheRulesStandsInATableOfTheirTests() throws IOException {
        var tables = new StringBuilder();
        for (var file : files("ledger/src/test")) {
            tables.append(Files.readString(file));
        }
        for (var reason : ballast.ledger.RefusalReason.values()) {
            assertThat(tables.toString()).containsPattern("\\| %s(leg|condition|\\s)".formatted(reason.name() + " ?"));
        }
    }

    private static String name(RefusalReason reason) {
        return reason.name().substring(PREFIX.length());
    }

    private static String document() throws IOException {
        return Files.readString(ROOT.resolve("docs/semantics.md"));
    }

    private static String source(String test) throws IOException {
        var found = new ArrayList<Path>();
        for (var file : files("")) {
            if (file.getFileName().toString().equals(test + ".java")) {
                found.add(file);
            }
        }
        assertThat(found).describedAs(test).hasSize(1);
        return Files.readString(found.getFirst());
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList();
        }
    }
}
