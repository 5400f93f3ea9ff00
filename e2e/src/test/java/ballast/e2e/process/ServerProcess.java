package ballast.e2e.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One server process. It is this object's alone: nothing here ends a process that it did not start.
///
/// Thread-safe.
public final class ServerProcess {
    /// More than any start or stop needs on a busy machine; passing it is a failure.
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Pattern READY = Pattern.compile("ballast: listening on (http://\\S+), data in (.+)");

    private final Process process;
    private final long startedNanos = System.nanoTime();
    private final Path err;
    /// Written by the reader, read by others after it has ended.
    private final StringBuilder out = new StringBuilder();
    private final CompletableFuture<Optional<URI>> ready = new CompletableFuture<>();
    private final Thread reader;

    private ServerProcess(Process process, Path err) {
        this.process = process;
        this.err = err;
        this.reader = Thread.ofVirtual().name("stdout-of-" + process.pid()).start(this::drain);
    }

    /// Starts a process whose standard error goes to the file `err`, and does not wait for it.
    static ServerProcess spawn(List<String> command, Path err) {
        var builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("JAVA_TOOL") || name.startsWith("JDK_JAVA"));
        try {
            return new ServerProcess(builder.start(), err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until the server says that it is ready. Empty if the process ended before it was.
    public Optional<URI> awaitReady() throws InterruptedException {
        try {
            return ready.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("not ready after " + PATIENCE + "\n" + log(), e);
        } catch (ExecutionException e) {
            throw new AssertionError("standard output cannot be read\n" + log(), e.getCause());
        }
    }

    /// Where the server listens.
    public URI url() throws InterruptedException {
        return awaitReady().orElseThrow(() -> new AssertionError("ended before it was ready\n" + log()));
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// How long ago the process was started.
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    /// SIGKILL, and does not wait.
    void destroy() {
        process.toHandle().destroyForcibly();
    }

    /// SIGKILL, and waits until the process is gone.
    public Exit kill() throws InterruptedException {
        destroy();
        return awaitExit();
    }

    /// SIGTERM, and does not wait.
    public void terminate() {
        // Process.destroy would also throw away what the process said last
        process.toHandle().destroy();
    }

    /// SIGTERM, and waits until the process is gone.
    public Exit stop() throws InterruptedException {
        terminate();
        return awaitExit();
    }

    /// Waits until the process is gone.
    public Exit awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) || !reader.join(PATIENCE)) {
            throw new AssertionError("still running after " + PATIENCE + "\n" + log());
        }
        return new Exit(process.exitValue(), out.toString(), log());
    }

    /// Everything that the process wrote to standard error so far.
    String log() {
        try {
            return Files.readString(err);
        } catch (IOException e) {
            return "no log: " + e;
        }
    }

    private void drain() {
        try (var lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.append(line).append('\n');
                Matcher said = READY.matcher(line);
                if (said.matches()) {
                    ready.complete(Optional.of(URI.create(said.group(1))));
                }
            }
            ready.complete(Optional.empty());
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }
}
