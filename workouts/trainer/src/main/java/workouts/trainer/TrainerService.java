package workouts.trainer;

import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import workouts.chassis.Chassis;
import workouts.chassis.ChassisSettings;
import workouts.chassis.Service;
import workouts.chassis.grpc.GrpcServer;
import workouts.chassis.grpc.GrpcSettings;
import workouts.chassis.handlers.Decorators;
import workouts.chassis.settings.SettingsReader;
import workouts.trainer.adapters.PostgresHours;
import workouts.trainer.app.Application;
import workouts.trainer.domain.hour.HourRepository;
import workouts.trainer.ports.CalendarController;
import workouts.trainer.ports.TrainerGrpc;

/// What is wired to what.
@Configuration(proxyBeanMethods = false)
@Import(Chassis.class)
public class TrainerService {
    private static final int HTTP_PORT = 3000;

    /// To be started, by its `Main` or by a test.
    public static final Service SERVICE = new Service("trainer", TrainerService.class, HTTP_PORT);

    @Bean
    TrainerSettings settings(Environment environment) {
        return SettingsReader.read(environment, TrainerSettings::read);
    }

    @Bean
    ChassisSettings chassisSettings(TrainerSettings settings) {
        return settings.chassis();
    }

    @Bean
    HourRepository hours(JdbcClient database, JdbcTransactionManager manager) {
        return new PostgresHours(database, new TransactionTemplate(manager));
    }

    @Bean
    Application application(HourRepository hours, TrainerSettings settings, Clock clock, Decorators decorators) {
        return Application.of(hours, settings.timetable(), clock, decorators);
    }

    @Bean
    CalendarController calendarController(Application application, TrainerSettings settings) {
        return new CalendarController(
                application, settings.house(), settings.timetable().zone());
    }

    @Bean
    TrainerGrpc trainerGrpc(Application application, TrainerSettings settings) {
        return new TrainerGrpc(application, settings.house());
    }

    @Bean
    GrpcServer grpcServer(GrpcSettings settings, TrainerGrpc port, ObservationRegistry observations) {
        return new GrpcServer(settings, List.of(port), observations);
    }
}
