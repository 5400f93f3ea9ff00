package workouts.demo;

import java.nio.file.Path;

/// Where programs and data are.
///
/// @param ballast the ledger's distribution
/// @param services the distribution of the three services
/// @param data what has to stay when everything is stopped
public record Layout(Path ballast, Path services, Path data) {
    Path logs() {
        return data.resolve("logs");
    }

    Path postgres() {
        return data.resolve("postgres");
    }
}
