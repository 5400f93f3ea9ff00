package workouts.users;

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
    private static final int GRPC_PORT = 3020;

    /// Well within the time that a caller waits, and long enough for a few attempts.
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    /// Reads `workouts.users.ballast`, `workouts.users.ballast-deadline`, and what every service reads.
    static Supplier<UsersSettings> read(SettingsReader reader) {
        var chassis = ChassisSettings.read(reader, "users", GRPC_PORT);
        var ballast = reader.address("workouts.users.ballast");
        var deadline = reader.duration("workouts.users.ballast-deadline", DEADLINE);
        return () -> new UsersSettings(chassis.get(), ballast, deadline);
    }
}
