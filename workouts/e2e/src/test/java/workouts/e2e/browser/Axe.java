package workouts.e2e.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What axe, a checker of accessibility, finds in a page as it is now.
final class Axe {
    private static final String SCRIPT = script();

    /// Each violation in one line: how bad, which rule, where.
    private static final String RUN = """
            async ([options]) => (await axe.run(document, options)).violations.flatMap(rule =>
              rule.nodes.map(node => `${rule.impact}: ${rule.id} at ${node.target.join(' ')}: ${node.failureSummary}`))
            """;

    private static final Map<String, Object> EVERYTHING = Map.of("resultTypes", List.of("violations"));

    private static final Map<String, Object> CONTRAST =
            Map.of("resultTypes", List.of("violations"), "runOnly", List.of("color-contrast"));

    private Axe() {}

    static List<String> violations(Page page) {
        return violations(page, EVERYTHING);
    }

    /// Those that depend on colours.
    static List<String> violationsOfContrast(Page page) {
        return violations(page, CONTRAST);
    }

    private static List<String> violations(Page page, Map<String, Object> options) {
        // as an evaluation, since the page lets no foreign script in
        page.evaluate(SCRIPT);
        return ((List<?>) page.evaluate(RUN, List.of(options)))
                .stream().map(Object::toString).toList();
    }

    private static String script() {
        try (var file = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("setup: axe cannot be read", e);
        }
    }
}
