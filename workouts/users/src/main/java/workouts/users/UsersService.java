package workouts.users;

import ballast.client.BallastClient;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import workouts.chassis.Chassis;
import workouts.chassis.ChassisSettings;
import workouts.chassis.Service;
import workouts.chassis.grpc.GrpcServer;
import workouts.chassis.grpc.GrpcSettings;
import workouts.chassis.handlers.Decorators;
import workouts.chassis.identity.DevIssuer;
import workouts.chassis.settings.SettingsReader;
import workouts.users.adapters.CreditsOnBallast;
import workouts.users.adapters.PeopleInPostgres;
import workouts.users.adapters.TraceHeaders;
import workouts.users.app.Application;
import workouts.users.domain.credit.CreditLedger;
import workouts.users.domain.person.PersonRepository;
import workouts.users.ports.UsersController;
import workouts.users.ports.UsersGrpc;

/// What is wired to what.
@Configuration(proxyBeanMethods = false)
@Import({Chassis.class, DevIssuer.class})
public class UsersService {
    private static final int HTTP_PORT = 3002;

    /// Of the ledger's client; its deadline ends them long before.
    private static final int ATTEMPTS_MAX = 1_000;

    private static final Duration PAUSE_FIRST = Duration.ofMillis(20);
    private static final Duration PAUSE_LONGEST = Duration.ofMillis(200);

    /// To be started, by its `Main` or by a test.
    public static final Service SERVICE = new Service("users", UsersService.class, HTTP_PORT);

    @Bean
    UsersSettings settings(Environment environment) {
        return SettingsReader.read(environment, UsersSettings::read);
    }

    @Bean
    ChassisSettings chassisSettings(UsersSettings settings) {
        return settings.chassis();
    }

    /// An attempt has half of the time, so that there can be a second one.
    @Bean(destroyMethod = "close")
    BallastClient ballast(UsersSettings settings, Tracer tracer, Propagator propagator) {
        return BallastClient.at(settings.ballast())
                .deadline(settings.deadline())
                .attempts(settings.deadline().dividedBy(2), ATTEMPTS_MAX)
                .pauses(PAUSE_FIRST, PAUSE_LONGEST)
                .headers(new TraceHeaders(tracer, propagator))
                .open();
    }

    @Bean
    CreditLedger credits(BallastClient ballast, UsersSettings settings) {
        return new CreditsOnBallast(ballast, settings.deadline());
    }

    @Bean
    PersonRepository people(JdbcClient database) {
        return new PeopleInPostgres(database);
    }

    @Bean
    Application application(CreditLedger credits, PersonRepository people, Decorators decorators) {
        return Application.of(credits, people, decorators);
    }

    @Bean
    UsersController usersController(Application application) {
        return new UsersController(application);
    }

    @Bean
    UsersGrpc usersGrpc(Application application) {
        return new UsersGrpc(application);
    }

    @Bean
    GrpcServer grpcServer(GrpcSettings settings, UsersGrpc port, ObservationRegistry observations) {
        return new GrpcServer(settings, List.of(port), observations);
    }
}
