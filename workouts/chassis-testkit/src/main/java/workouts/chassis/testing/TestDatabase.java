package workouts.chassis.testing;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A database of a test's own.
public record TestDatabase(String name, int port) {
    /// How long to wait for one of its connections: a busy machine is not a database that is away.
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    public String user() {
        return "postgres";
    }

    /// The settings that lead a service to it.
    public List<String> arguments() {
        return List.of(
                "--workouts.database.url=" + url(),
                "--workouts.database.user=" + user(),
                "--workouts.database.patience=" + PATIENCE);
    }

    /// A connection whenever one is asked for; no pool. Unqualified names are looked for in one schema.
    public DataSource dataSource(String schema) {
        return new DriverManagerDataSource(url() + "?currentSchema=" + schema, user(), "");
    }
}
