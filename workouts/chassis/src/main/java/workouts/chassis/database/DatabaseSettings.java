package workouts.chassis.database;

import java.util.function.Supplier;
import workouts.chassis.settings.SettingsReader;

/// Where the service keeps its state.
///
/// @param url of the database, as in `jdbc:postgresql://localhost:5432/workouts`
/// @param schema the service's own; made if there is none
/// @param connectionsMax of the pool
public record DatabaseSettings(String url, String user, String password, String schema, int connectionsMax) {
    private static final int CONNECTIONS = 10;
    private static final int CONNECTIONS_MAX = 100;

    /// Reads `workouts.database.url`, `.user`, `.password` and `.connections-max`.
    public static Supplier<DatabaseSettings> read(SettingsReader reader, String schema) {
        var url = reader.text("workouts.database.url");
        if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:")) {
            reader.fault("workouts.database.url must begin with jdbc:postgresql:");
        }
        var user = reader.text("workouts.database.user");
        var password = reader.text("workouts.database.password", "");
        int connections = reader.number("workouts.database.connections-max", CONNECTIONS, 1, CONNECTIONS_MAX);
        return () -> new DatabaseSettings(url, user, password, schema, connections);
    }

    @Override
    public String toString() {
        return "DatabaseSettings[schema " + schema + "]";
    }
}
