package workouts.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A server as a process of its own. Its output goes to a file.
final class JavaProcess {
    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final Duration STOP_MAX = Duration.ofSeconds(40);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final int OK = 200;

    private final String name;
    private final Process process;
    private final Path log;

    private JavaProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /// @param arguments of `java`
    /// @param environment is added to this process' own: secrets too, which a command line would show everybody
    static JavaProcess start(String name, List<String> arguments, Map<String, String> environment, Path log)
            throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java);
        builder.command().addAll(arguments);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return new JavaProcess(name, builder.start(), log);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Waits until the server says that it is ready.
    ///
    /// @throws DemoException if it ends before, or does not come
    void awaitReady(URI probe) throws InterruptedException {
        long giveUp = System.nanoTime() + START_MAX.toNanos();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            while (!isReady(client, probe)) {
                if (!process.isAlive()) {
                    throw new DemoException("%s ended with %d before it was ready; its log: %s"
                            .formatted(name, process.exitValue(), log));
                }
                if (System.nanoTime() > giveUp) {
                    throw new DemoException(
                            "%s was not ready after %d s; its log: %s".formatted(name, START_MAX.toSeconds(), log));
                }
                var _ = process.waitFor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private static boolean isReady(HttpClient client, URI probe) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(probe).timeout(Duration.ofSeconds(2)).build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    /// Ends it as abruptly as `kill -9`, and waits until it is gone.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /// Lets it finish what it does, but not for ever, and not when the caller is in a hurry. It is gone in any case.
    void stop() {
        process.destroy();
        try {
            if (process.waitFor(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly().onExit().join();
    }
}
