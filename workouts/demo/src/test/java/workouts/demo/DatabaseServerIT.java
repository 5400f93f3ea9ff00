package workouts.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// PostgreSQL as the demo starts it.
final class DatabaseServerIT {
    /// More than the five that the library waits for.
    private static final int SECONDS = 7;

    @TempDir
    private Path folder = Path.of("");

    @Test
    @Timeout(300)
    void isClosedWhenItHasEndedHoweverLongItsDiskTakes() throws Exception {
        var data = folder.resolve("postgres");
        var server = DatabaseServer.embedded(data);
        long writer = writer(server.settings());
        signal("STOP", writer);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var closed = threads.submit(() -> {
                server.close();
                return server;
            });
            try {
                assertThatThrownBy(() -> closed.get(SECONDS, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            } finally {
                signal("CONT", writer);
            }
            closed.get();
        }
        assertThat(data.resolve("postmaster.pid")).doesNotExist();
        DatabaseServer.embedded(data).close();
    }

    /// The process without whose last work PostgreSQL does not end.
    private static long writer(Map<String, String> settings) throws Exception {
        try (var connection = DriverManager.getConnection(settings.get("WORKOUTS_DATABASE_URL"), "postgres", "");
                var statement = connection.createStatement();
                var pids = statement.executeQuery(
                        "select pid from pg_stat_activity where backend_type = 'checkpointer'")) {
            assertThat(pids.next()).isTrue();
            return pids.getLong(1);
        }
    }

    private static void signal(String name, long pid) throws Exception {
        var sent = new ProcessBuilder("kill", "-" + name, String.valueOf(pid))
                .inheritIO()
                .start();
        assertThat(sent.waitFor()).isZero();
    }
}
