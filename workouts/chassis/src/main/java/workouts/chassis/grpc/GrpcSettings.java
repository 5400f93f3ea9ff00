package workouts.chassis.grpc;

import java.util.function.Supplier;
import workouts.chassis.settings.SettingsReader;

/// Where the service listens for the others, and what they have to show.
///
/// @param host the address to listen on
/// @param port 0: any free one
/// @param credential the secret that the services of one installation share
public record GrpcSettings(String host, int port, String credential) {
    /// As long as a hash, so that it cannot be tried out.
    static final int CREDENTIAL_CHARACTERS_MIN = 32;

    /// Reads `workouts.host`, `workouts.grpc.port` and `workouts.grpc.credential`.
    public static Supplier<GrpcSettings> read(SettingsReader reader, int portByDefault) {
        var host = reader.text("workouts.host", "127.0.0.1");
        int port = reader.port("workouts.grpc.port", portByDefault);
        var credential = reader.secret("workouts.grpc.credential", CREDENTIAL_CHARACTERS_MIN);
        return () -> new GrpcSettings(host, port, credential);
    }

    @Override
    public String toString() {
        return "GrpcSettings[" + host + ":" + port + "]";
    }
}
