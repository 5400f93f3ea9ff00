package workouts.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A PostgreSQL of this process' own.
final class EmbeddedServer implements DatabaseServer {
    /// On a busy machine, too. The library gives up after ten seconds unless it is told.
    private static final Duration START_MAX = Duration.ofMinutes(2);

    /// At its end it writes all that has changed to the disk. The library waits five seconds for that, and goes on.
    private static final Duration STOP_MAX = Duration.ofMinutes(2);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final EmbeddedPostgres server;

    /// Begins with the id of the process, which deletes it when it has done everything else.
    private final Path pidFile;

    private EmbeddedServer(EmbeddedPostgres server, Path folder) {
        this.server = server;
        this.pidFile = folder.resolve("postmaster.pid");
    }

    static EmbeddedServer start(Path folder) throws IOException {
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_MAX)
                // The library starts servers for tests, and switches off what makes commits durable.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .start();
        return new EmbeddedServer(server, folder);
    }

    @Override
    public Map<String, String> settings() {
        return DatabaseServer.given(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres")
                .settings();
    }

    /// Returns when its process is gone, so that the next one may have the folder; not when the caller is in a hurry.
    @Override
    public void close() throws IOException {
        var process = process();
        server.close();
        if (process.isPresent()) {
            awaitEnd(process.get());
        }
    }

    private Optional<ProcessHandle> process() throws IOException {
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst().map(String::strip).map(Long::parseLong).flatMap(ProcessHandle::of);
        } catch (NoSuchFileException ended) {
            return Optional.empty();
        }
    }

    private void awaitEnd(ProcessHandle process) {
        long giveUp = System.nanoTime() + STOP_MAX.toNanos();
        try {
            // without the file it is over, even where nobody takes notice of a process that has ended
            while (Files.exists(pidFile) && !hasEnded(process)) {
                if (System.nanoTime() > giveUp) {
                    throw new DemoException("PostgreSQL, process %d, was not gone after %d s"
                            .formatted(process.pid(), STOP_MAX.toSeconds()));
                }
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean hasEnded(ProcessHandle process) throws InterruptedException {
        try {
            var _ = process.onExit().get(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a process cannot be waited for", e);
        }
    }
}
