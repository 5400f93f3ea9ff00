package workouts.demo.web;

import java.net.URI;
import java.util.Optional;

/// Where the services take HTTP.
public record Backends(URI trainer, URI trainings, URI users) {
    /// Whose path this is; empty: nobody's.
    Optional<URI> of(String path) {
        if (isBelow("/api/trainings", path)) {
            return Optional.of(trainings);
        }
        if (isBelow("/api/trainer", path)) {
            return Optional.of(trainer);
        }
        return isBelow("/api/users", path) || isBelow("/api/dev", path) ? Optional.of(users) : Optional.empty();
    }

    private static boolean isBelow(String prefix, String path) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
