package workouts.users;

import ballast.client.BallastClient;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import workouts.chassis.ChassisSettings;
import workouts.chassis.settings.SettingsReader;

/// What the service has to be told.
///
/// @param ballast where the ledger's public interface is
/// @param deadline how long a call of the ledger may take at most, with all its attempts
record UsersSettings(ChassisSettings chassis, URI ballast, Duration deadline) {
    private static final String BALLAST = "workouts.ballast.url";
    private static final int GRPC_PORT = 3020;

    /// Well within the time that a caller waits, and long enough for a few attempts.
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    /// Reads `workouts.ballast.url`, `workouts.ballast.deadline`, and what every service reads.
    static Supplier<UsersSettings> read(SettingsReader reader) {
        var chassis = ChassisSettings.read(reader, "users", GRPC_PORT);
        var ballast = reader.address(BALLAST);
        if (reader.optional(BALLAST).isPresent() && !isLedger(ballast)) {
            reader.fault(BALLAST + " must be an address such as http://127.0.0.1:8080");
        }
        var deadline = reader.duration("workouts.ballast.deadline", DEADLINE);
        return () -> new UsersSettings(chassis.get(), ballast, deadline);
    }

    /// The client knows best which addresses it takes.
    private static boolean isLedger(URI address) {
        try {
            var _ = BallastClient.at(address);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
