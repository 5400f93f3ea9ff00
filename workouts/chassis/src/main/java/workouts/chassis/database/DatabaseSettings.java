package workouts.chassis.database;

import java.time.Duration;
import java.util.function.Supplier;
import workouts.chassis.settings.SettingsReader;

/// Where the service keeps its state.
///
/// @param url of the database, as in `jdbc:postgresql://localhost:5432/workouts`
/// @param schema the service's own; made if there is none
/// @param connectionsMax of the pool
/// @param patience how long a request waits for a connection, and the start for the database; whole seconds count
public record DatabaseSettings(
        String url, String user, String password, String schema, int connectionsMax, Duration patience) {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PATIENCE_MIN = Duration.ofSeconds(1);
    private static final int CONNECTIONS = 10;
    private static final int CONNECTIONS_MAX = 100;

    /// Reads `workouts.database.url`, `.user`, `.password`, `.connections-max` and `.patience`.
    public static Supplier<DatabaseSettings> read(SettingsReader reader, String schema) {
        var url = reader.text("workouts.database.url");
        if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:")) {
            reader.fault("workouts.database.url must begin with jdbc:postgresql:");
        }
        var user = reader.text("workouts.database.user");
        var password = reader.text("workouts.database.password", "");
        int connections = reader.number("workouts.database.connections-max", CONNECTIONS, 1, CONNECTIONS_MAX);
        var patience = reader.duration("workouts.database.patience", PATIENCE);
        if (patience.compareTo(PATIENCE_MIN) < 0) {
            reader.fault("workouts.database.patience must be a second or more");
        }
        return () -> new DatabaseSettings(url, user, password, schema, connections, patience);
    }

    @Override
    public String toString() {
        return "DatabaseSettings[schema " + schema + "]";
    }
}
