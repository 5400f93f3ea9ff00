package ballast.e2e.process;

import ballast.e2e.history.Transfer;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/// JVM flags with which a server starts for a third of the processor time.
///
/// Starting takes most of the time of a test that kills and starts a server again and again. The classes that a server
/// loads are the same each time, so one server per test run leaves an ahead-of-time cache behind (JEP 483) that the
/// others start from; and what lives for a second needs no optimising compiler. What is executed stays the same.
final class QuickStart {
    private static final int TRANSFERS = 50;

    private QuickStart() {}

    /// Made by the first caller, while others wait.
    private static final class Made {
        static final List<String> FLAGS = make();
    }

    static List<String> flags() {
        return Made.FLAGS;
    }

    private static List<String> make() {
        try {
            Path folder = Files.createTempDirectory("ballast-quick-start");
            Path cache = folder.resolve("classes.aot");
            cache.toFile().deleteOnExit();
            List<String> start = Launch.on(folder.resolve("data")).arguments(folder);
            ServerProcess server = ServerProcess.spawn(
                    Distribution.command(List.of("-XX:AOTCacheOutput=" + cache), start), folder.resolve("log"));
            try (var client = new TransferClient(server.url())) {
                for (int i = 0; i < TRANSFERS; i++) {
                    client.transfer(new Transfer(UUID.randomUUID(), "user1", "user2", BigInteger.ONE));
                    client.balance("user2");
                }
            } finally {
                server.stop();
            }
            return List.of("-XX:AOTCache=" + cache, "-XX:TieredStopAtLevel=1");
        } catch (IOException e) {
            throw new IllegalStateException("no server to learn from", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a server started", e);
        }
    }
}
