package workouts.chassis.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// One real PostgreSQL for the whole JVM, started when it is first needed and gone with the JVM. Every test class
/// takes a database of its own, so none sees what another did.
///
/// Thread-safe.
public final class Postgres {
    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final Postgres ONE = new Postgres(start());

    private final EmbeddedPostgres server;
    private final Map<String, TestDatabase> templates = new HashMap<>();
    private int made;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /// An empty database.
    public static TestDatabase empty() {
        return ONE.create("template1");
    }

    /// A copy of a database that is prepared once for each name: migrated, in most cases. Copies are quick.
    public static TestDatabase like(String template, Consumer<TestDatabase> prepare) {
        return ONE.copy(template, prepare);
    }

    private synchronized TestDatabase copy(String template, Consumer<TestDatabase> prepare) {
        var original = templates.get(template);
        if (original == null) {
            original = create("template1");
            prepare.accept(original);
            templates.put(template, original);
        }
        return create(original.name());
    }

    private synchronized TestDatabase create(String template) {
        var name = "test_" + ++made;
        // both names are our own
        execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        return new TestDatabase(name, server.getPort());
    }

    private void execute(String statement) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("setup: " + statement, e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.builder()
                    // on a busy machine, too; the library's own limit is ten seconds
                    .setPGStartupWait(START_MAX)
                    // nothing here has to survive a loss of power
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("max_connections", "200")
                    .start();
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("postgres-stop").unstarted(() -> stop(server)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("setup: PostgreSQL did not start", e);
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }
}
