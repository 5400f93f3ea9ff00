package ballast.e2e.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The server processes of one test: kills those that are left at its end, and prints the last logs if it failed.
///
/// To be registered in a field with `@RegisterExtension`; each test then has its own. Thread-safe.
public final class Nodes implements AfterEachCallback {
    private static final int LOGS_SHOWN_MAX = 3;
    private static final int LOG_CHARACTERS_MAX = 8_000;

    private final List<ServerProcess> started = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();

    public Nodes() {
        // for a test run that is itself ended before its tests are
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().unstarted(() -> started.forEach(ServerProcess::destroy)));
    }

    /// Starts a server and does not wait until it is ready.
    public ServerProcess spawn(Launch launch) {
        Path config = beside(launch.data(), "properties");
        write(config, launch.configuration());
        return spawn(Distribution.command(launch.jvmFlags(), launch.arguments(config)), launch.data());
    }

    /// Starts a server and waits until it is ready.
    public ServerProcess start(Launch launch) throws InterruptedException {
        ServerProcess server = spawn(launch);
        server.url();
        return server;
    }

    /// Runs another command of the node on a data folder to its end.
    public Exit run(Path data, String... arguments) throws InterruptedException {
        return spawn(Distribution.command(List.of(), List.of(arguments)), data).awaitExit();
    }

    /// Checks a folder that no process uses: what `ballast verify` ends with.
    public Exit verify(Launch launch) throws InterruptedException {
        List<String> arguments = List.of("verify", "--data", launch.data().toString());
        return spawn(Distribution.command(launch.jvmFlags(), arguments), launch.data())
                .awaitExit();
    }

    @Override
    public void afterEach(ExtensionContext context) throws InterruptedException {
        for (ServerProcess server : started) {
            if (server.isAlive()) {
                server.kill();
            }
        }
        if (context.getExecutionException().isPresent()) {
            int first = Math.max(0, started.size() - LOGS_SHOWN_MAX);
            for (ServerProcess server : started.subList(first, started.size())) {
                String log = server.log();
                String tail = log.substring(Math.max(0, log.length() - LOG_CHARACTERS_MAX));
                context.publishReportEntry("log of process " + server.pid(), tail);
                System.out.printf("--- log of process %d ---%n%s%n", server.pid(), tail);
            }
        }
    }

    private ServerProcess spawn(List<String> command, Path data) {
        ServerProcess server = ServerProcess.spawn(command, beside(data, "log"));
        started.add(server);
        return server;
    }

    /// A new file beside a data folder, so that what a failed test leaves is found in one place.
    private Path beside(Path data, String kind) {
        return data.resolveSibling(data.getFileName() + "." + numbers.incrementAndGet() + "." + kind);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
