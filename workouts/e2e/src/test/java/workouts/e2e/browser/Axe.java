package workouts.e2e.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// What axe, a checker of accessibility, finds in a page as it is now.
final class Axe {
    private static final String SCRIPT = script();

    /// Each violation in one line: how bad, which rule, where.
    private static final String RUN = """
            async () => (await axe.run(document, {resultTypes: ['violations']})).violations.flatMap(rule =>
              rule.nodes.map(node => `${rule.impact}: ${rule.id} at ${node.target.join(' ')}: ${node.failureSummary}`))
            """;

    private Axe() {}

    static List<String> violations(Page page) {
        // as an evaluation, since the page lets no foreign script in
        page.evaluate(SCRIPT);
        return ((List<?>) page.evaluate(RUN)).stream().map(Object::toString).toList();
    }

    private static String script() {
        try (var file = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("setup: axe cannot be read", e);
        }
    }
}
