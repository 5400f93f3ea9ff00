package workouts.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One headless Chromium for the whole JVM: the system's own, driven by the system's own Node.js. Nothing is
/// downloaded.
final class Chromium {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /// Where Debian and others put it.
    private static final List<String> USUAL =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    /// It ends with the JVM, as the driver's input does.
    private static final Browser ONE = launched();

    private Chromium() {}

    static Browser shared() {
        return ONE;
    }

    private static Browser launched() {
        var environment = Map.of("PLAYWRIGHT_NODEJS_PATH", node(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setHeadless(true)
                        .setArgs(FLAGS));
    }

    private static Path executable() {
        var named = Optional.ofNullable(System.getenv("BALLAST_CHROMIUM"));
        return named.map(List::of).orElse(USUAL).stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "setup: the browser tests need Chromium, and there is none at %s. On Debian: apt-get install chromium; or set BALLAST_CHROMIUM to one."
                                .formatted(named.orElse(USUAL.toString()))));
    }

    private static String node() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(folder -> Path.of(folder, "node"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("setup: the browser tests need Node.js on the PATH"))
                .toString();
    }
}
