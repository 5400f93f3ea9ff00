package workouts.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import workouts.chassis.testing.Api;
import workouts.e2e.process.DemoProcess;

/// Somebody has started the demo, opens the address that it prints, and has never seen it before.
@Timeout(400)
final class FirstVisitE2e {
    private static final Pattern ADDRESS = Pattern.compile("Open (http://127\\.0\\.0\\.1:\\d+) in a browser.*");
    private static final Duration WITHIN = Duration.ofMinutes(1);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder = Path.of("");

    @Test
    void booksWithinAMinuteAndTheLedgerHasIt() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(Visits.PATIENCE_MILLIS);
        try (var demo = DemoProcess.start(folder)) {
            var address = demo.said().stream()
                    .map(ADDRESS::matcher)
                    .filter(line -> line.matches())
                    .map(line -> line.group(1))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no address: " + demo.said()));
            var options = new Browser.NewContextOptions().setBaseURL(address).setTimezoneId("Europe/Warsaw");
            long begun = System.nanoTime();
            try (var visit = new Visit(Chromium.shared().newContext(options))) {
                visit.go("/");
                visit.button("Ada Attendee").click();
                visit.has("20 credits");
                visit.link("Book your first training").click();
                visit.page().getByLabel(Pattern.compile("\\d\\d:00")).first().check();
                visit.button("Book for 1 credit").click();
                visit.told("Booked: ");
                visit.has("19 credits");
                assertThat(visit.faults()).isEmpty();
            }
            var taken = Duration.ofNanos(System.nanoTime() - begun);
            System.out.printf("the first visit: booked after %d ms%n", taken.toMillis());
            assertThat(taken).isLessThan(WITHIN);
            assertThat(available(address)).isEqualTo("19");
        }
    }

    /// Of Ada, as the ledger itself says.
    private String available(String address) throws Exception {
        var variables = new Properties();
        try (var file = Files.newBufferedReader(folder.resolve("workouts-data/demo.env"))) {
            variables.load(file);
        }
        assertThat(variables.getProperty("WEB")).isEqualTo(address);
        return Api.at(URI.create(variables.getProperty("BALLAST")))
                .get("/v1/accounts/attendee:" + variables.getProperty("ADA"))
                .json()
                .path("accounts")
                .path(0)
                .path("available")
                .asText();
    }
}
