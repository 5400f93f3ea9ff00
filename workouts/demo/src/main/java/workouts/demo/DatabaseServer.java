package workouts.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// The PostgreSQL that the three services share, each in a schema of its own.
public interface DatabaseServer extends AutoCloseable {
    /// What a service is told.
    Map<String, String> settings();

    @Override
    void close() throws IOException;

    /// A server that somebody else runs.
    ///
    /// @param url `jdbc:postgresql://host:port/database`
    static DatabaseServer given(String url, String user, String password) {
        return new DatabaseServer() {
            @Override
            public Map<String, String> settings() {
                return Map.of(
                        "WORKOUTS_DATABASE_URL", url,
                        "WORKOUTS_DATABASE_USER", user,
                        "WORKOUTS_DATABASE_PASSWORD", password);
            }

            @Override
            public void close() {}
        };
    }

    /// A server of this process' own: the real binaries, its files in a folder that stays.
    static DatabaseServer embedded(Path folder) throws IOException {
        return EmbeddedServer.start(folder);
    }
}
