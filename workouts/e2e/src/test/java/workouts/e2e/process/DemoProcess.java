package workouts.e2e.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// `./ballast demo workouts` in a folder, as the shell starts it, on free ports.
public final class DemoProcess implements AutoCloseable {
    private static final Duration STOP_MAX = Duration.ofMinutes(3);

    /// Settings of the services: a busy machine is not a part that is away.
    private static final Map<String, String> PATIENT =
            Map.of("WORKOUTS_TRAININGS_ANSWER_WITHIN", "PT20S", "WORKOUTS_BALLAST_DEADLINE", "PT20S");

    private static final Pattern MEMBER =
            Pattern.compile("^  (\\w+) +http://127\\.0\\.0\\.1:\\d+  \\(process (\\d+)\\)$");

    private final Process process;
    private final BufferedReader out;
    private final List<String> said = new ArrayList<>();

    private DemoProcess(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /// Returns when it says that it is ready.
    ///
    /// @param folder to stand in; what it stores goes to `workouts-data` there
    public static DemoProcess start(Path folder) throws IOException {
        var services = Distributions.services();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                java,
                "@" + services.resolve("jvm.options"),
                "-cp",
                services.resolve("lib").resolve("*").toString(),
                "workouts.demo.Main",
                "--ballast",
                Distributions.ballast().toString(),
                "--services",
                services.toString(),
                "workouts",
                "--free-ports");
        builder.environment().putAll(PATIENT);
        builder.directory(folder.toFile()).redirectErrorStream(true);
        var demo = new DemoProcess(builder.start());
        try {
            demo.awaitLast();
            return demo;
        } catch (IOException | AssertionError e) {
            demo.close();
            throw e;
        }
    }

    /// What it has printed until it was ready.
    public List<String> said() {
        return List.copyOf(said);
    }

    /// The processes that it has named, by its own print.
    public List<ProcessHandle> members() {
        return said.stream()
                .map(MEMBER::matcher)
                .filter(line -> line.matches())
                .map(line -> Long.parseLong(line.group(2)))
                .map(pid -> ProcessHandle.of(pid).orElseThrow(() -> new AssertionError("no process " + pid)))
                .toList();
    }

    /// All that it has started, by the system.
    public List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /// Sends SIGTERM and waits for its end.
    ///
    /// @return its exit code
    public int stop() throws IOException, InterruptedException {
        // the other destroy() would close what is read here
        process.toHandle().destroy();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            said.add(line);
        }
        if (!process.waitFor(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("it does not stop: " + said);
        }
        return process.exitValue();
    }

    /// Ends it in any case, and with it what it has started.
    @Override
    public void close() {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.onExit().orTimeout(STOP_MAX.toSeconds(), TimeUnit.SECONDS).join();
        }
    }

    /// The last line of what it prints when it is ready names the document with the walk.
    private void awaitLast() throws IOException {
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            said.add(line);
            if (line.contains("docs/workouts.md")) {
                return;
            }
        }
        throw new AssertionError("it ended before it was ready: " + said);
    }
}
