package workouts.chassis;

import java.util.function.Supplier;
import workouts.chassis.database.DatabaseSettings;
import workouts.chassis.grpc.GrpcSettings;
import workouts.chassis.identity.DevIssuer;
import workouts.chassis.identity.IdentitySettings;
import workouts.chassis.settings.SettingsReader;

/// What every service has to be told. A service reads it together with its own settings, so that all faults are told at
/// once, and provides it as a bean.
public record ChassisSettings(IdentitySettings identity, DatabaseSettings database, GrpcSettings grpc) {
    /// Reads them all: [IdentitySettings], [DatabaseSettings] and [GrpcSettings] say which.
    ///
    /// @param schema of the database
    /// @param grpcPort where nothing else is set
    public static Supplier<ChassisSettings> read(SettingsReader reader, String schema, int grpcPort) {
        var identity = IdentitySettings.read(reader, reader.isOn(DevIssuer.PROFILE));
        var database = DatabaseSettings.read(reader, schema);
        var grpc = GrpcSettings.read(reader, grpcPort);
        return () -> new ChassisSettings(identity.get(), database.get(), grpc.get());
    }
}
