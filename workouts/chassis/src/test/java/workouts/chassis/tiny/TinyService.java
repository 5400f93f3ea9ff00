package workouts.chassis.tiny;

import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import workouts.chassis.Chassis;
import workouts.chassis.ChassisSettings;
import workouts.chassis.RunningService;
import workouts.chassis.Service;
import workouts.chassis.Surroundings;
import workouts.chassis.failpoints.FailPoints;
import workouts.chassis.grpc.GrpcServer;
import workouts.chassis.grpc.GrpcSettings;
import workouts.chassis.grpc.Neighbours;
import workouts.chassis.identity.DevIssuer;
import workouts.chassis.settings.SettingsReader;
import workouts.chassis.testing.ManualClock;
import workouts.chassis.testing.Postgres;
import workouts.chassis.testing.TestDatabase;
import workouts.chassis.testing.Tokens;

/// Its composition root, as every service has one.
@Configuration(proxyBeanMethods = false)
@Import({Chassis.class, DevIssuer.class})
public class TinyService {
    public static final String CREDENTIAL = "a-credential-of-the-tiny-services-only";
    public static final ManualClock CLOCK = ManualClock.at("2030-01-07T10:00:00Z");
    public static final Tokens TOKENS = new Tokens(CLOCK);

    /// The settings and nothing else.
    record Settings(ChassisSettings chassis) {
        static Supplier<Settings> read(SettingsReader reader) {
            var chassis = ChassisSettings.read(reader, "tiny", 0);
            return () -> new Settings(chassis.get());
        }
    }

    /// One for all tests that leave it running.
    private static final class Shared {
        static final RunningService SERVICE = start(Postgres.empty());
    }

    public static RunningService shared() {
        return Shared.SERVICE;
    }

    /// Starts one for development.
    public static RunningService start(TestDatabase database, String... more) {
        var arguments = new ArrayList<>(database.arguments());
        arguments.addAll(List.of(
                "--spring.profiles.active=dev",
                "--workouts.jwt.dev-secret=" + Tokens.SECRET,
                "--workouts.grpc.credential=" + CREDENTIAL));
        arguments.addAll(Arrays.asList(more));
        return startWith(arguments);
    }

    /// Starts one with just these settings and free ports.
    public static RunningService startWith(List<String> arguments) {
        var all = new ArrayList<>(arguments);
        all.add("--server.port=0");
        var surroundings = new Surroundings(CLOCK, java.util.UUID::randomUUID, FailPoints.disarmed());
        return new Service("tiny", TinyService.class, 0).start(surroundings, all.toArray(String[]::new));
    }

    @Bean
    Settings settings(Environment environment) {
        return SettingsReader.read(environment, Settings::read);
    }

    @Bean
    ChassisSettings chassisSettings(Settings settings) {
        return settings.chassis();
    }

    @Bean
    Gate gate() {
        return new Gate();
    }

    @Bean
    TinyGrpc tinyGrpc(Tracer tracer, Gate gate) {
        return new TinyGrpc(tracer, gate);
    }

    @Bean
    GrpcServer grpcServer(GrpcSettings settings, TinyGrpc port, ObservationRegistry observations) {
        return new GrpcServer(settings, List.of(port), observations);
    }

    @Bean
    TinyController controller(Tracer tracer, Gate gate, Neighbours neighbours, GrpcServer server) {
        return new TinyController(
                tracer,
                gate,
                () -> neighbours.channel("127.0.0.1:" + server.port(), Duration.ofSeconds(10), TinyGrpc.NAME));
    }
}
