package workouts.trainings;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
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
import workouts.chassis.Surroundings;
import workouts.chassis.failpoints.FailPoints;
import workouts.chassis.grpc.Neighbours;
import workouts.chassis.handlers.Decorators;
import workouts.chassis.settings.SettingsReader;
import workouts.contracts.trainer.TrainerServiceGrpc;
import workouts.contracts.users.UsersServiceGrpc;
import workouts.trainings.adapters.GrpcCredits;
import workouts.trainings.adapters.GrpcHours;
import workouts.trainings.adapters.PostgresSagas;
import workouts.trainings.adapters.PostgresTrainings;
import workouts.trainings.app.command.ApproveRescheduleHandler;
import workouts.trainings.app.command.CancelTrainingHandler;
import workouts.trainings.app.command.Changes;
import workouts.trainings.app.command.RejectRescheduleHandler;
import workouts.trainings.app.command.RequestRescheduleHandler;
import workouts.trainings.app.command.RescheduleTrainingHandler;
import workouts.trainings.app.command.ScheduleTrainingHandler;
import workouts.trainings.app.query.OneTrainingHandler;
import workouts.trainings.app.query.TrainingsHandler;
import workouts.trainings.app.saga.Relay;
import workouts.trainings.app.saga.SagaDriver;
import workouts.trainings.app.saga.SagaPace;
import workouts.trainings.app.saga.StepWatch;
import workouts.trainings.domain.training.Timetable;
import workouts.trainings.ports.Acts;
import workouts.trainings.ports.TrainingsController;

/// What the service is made of.
@Configuration(proxyBeanMethods = false)
@Import(Chassis.class)
public class TrainingsService {
    /// Where it listens unless it is told otherwise.
    static final int HTTP_PORT = 3001;

    /// The service, to be started by its program or by a test.
    public static final Service SERVICE = new Service("trainings", TrainingsService.class, HTTP_PORT);

    private static final Duration FIRST_DELAY = Duration.ofMillis(100);
    private static final Duration DELAY_MAX = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final Duration RELAY_STOP_WITHIN = Duration.ofSeconds(10);
    private static final int RELAY_BATCH_MAX = 16;

    @Bean
    TrainingsSettings settings(Environment environment) {
        return SettingsReader.read(environment, TrainingsSettings::read);
    }

    @Bean
    ChassisSettings chassisSettings(TrainingsSettings settings) {
        return settings.chassis();
    }

    @Bean
    TransactionTemplate transactionTemplate(JdbcTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    PostgresTrainings trainings(JdbcClient database, TransactionTemplate transactions) {
        return new PostgresTrainings(database, transactions);
    }

    @Bean
    PostgresSagas sagas(JdbcClient database, TransactionTemplate transactions) {
        return new PostgresSagas(database, transactions);
    }

    @Bean
    SagaPace sagaPace(TrainingsSettings settings) {
        // Twice as long as the longest call, so that a slow one is not made by two at the same time.
        var lease = settings.callDeadline().multipliedBy(2);
        return new SagaPace(lease, FIRST_DELAY, DELAY_MAX, settings.pace().answerWithin(), LOOK_AGAIN);
    }

    @Bean
    workouts.trainings.app.saga.Neighbours sagaNeighbours(TrainingsSettings settings, Neighbours channels) {
        var trainer = settings.trainer();
        var users = settings.users();
        return new workouts.trainings.app.saga.Neighbours(
                new GrpcHours(channels.channel(trainer.target(), trainer.deadline(), TrainerServiceGrpc.SERVICE_NAME)),
                new GrpcCredits(channels.channel(users.target(), users.deadline(), UsersServiceGrpc.SERVICE_NAME)));
    }

    /// Each moment of each step has a name for tests, as in `Book.HOLD_CREDIT.AFTER_CALL`.
    @Bean
    StepWatch stepWatch(FailPoints failPoints) {
        return (saga, moment) ->
                failPoints.reached(saga.getClass().getSimpleName() + "." + saga.stepName() + "." + moment.name());
    }

    @Bean
    SagaDriver sagaDriver(
            PostgresSagas sagas,
            PostgresTrainings trainings,
            workouts.trainings.app.saga.Neighbours neighbours,
            SagaPace pace,
            SagaDriver.Waiting waiting) {
        return new SagaDriver(sagas, trainings, neighbours, pace, waiting);
    }

    @Bean
    SagaDriver.Waiting waiting(Clock clock, StepWatch watch) {
        return new SagaDriver.Waiting(clock, Thread::sleep, watch);
    }

    @Bean
    Relay relay(PostgresSagas sagas, SagaDriver driver, TrainingsSettings settings, SagaPace pace, Clock clock) {
        var every = settings.pace().relayEvery();
        return new Relay(
                sagas, driver, new Relay.Settings(every, RELAY_BATCH_MAX, pace.lease(), RELAY_STOP_WITHIN), clock);
    }

    @Bean
    RelayLifecycle relayLifecycle(Relay relay) {
        return new RelayLifecycle(relay);
    }

    @Bean
    Gauge owedCalls(PostgresSagas sagas, MeterRegistry meters) {
        return Gauge.builder("workouts.sagas.owed", sagas, PostgresSagas::owed)
                .description("Calls that are owed to neighbours.")
                .register(meters);
    }

    @Bean
    Timetable timetable(TrainingsSettings settings) {
        return new Timetable(settings.zone());
    }

    @Bean
    Changes changes(PostgresTrainings trainings, PostgresSagas sagas, SagaDriver driver, Surroundings surroundings) {
        return new Changes(trainings, sagas, driver, surroundings.clock(), surroundings.ids());
    }

    @Bean
    ScheduleTrainingHandler scheduleTraining(
            PostgresSagas sagas, SagaDriver driver, Timetable timetable, Surroundings surroundings) {
        return new ScheduleTrainingHandler(sagas, driver, timetable, surroundings.clock(), surroundings.ids());
    }

    @Bean
    Acts acts(
            ScheduleTrainingHandler schedule,
            Changes changes,
            Timetable timetable,
            PostgresTrainings trainings,
            Surroundings surroundings,
            Decorators decorators) {
        return new Acts(
                decorators.command(schedule),
                decorators.command(new CancelTrainingHandler(changes)),
                decorators.command(new RescheduleTrainingHandler(changes, timetable)),
                decorators.command(new RequestRescheduleHandler(changes, timetable)),
                decorators.command(new ApproveRescheduleHandler(changes, timetable)),
                decorators.command(new RejectRescheduleHandler(changes)),
                decorators.query(new OneTrainingHandler(trainings, surroundings.clock())),
                decorators.query(new TrainingsHandler(trainings, surroundings.clock())));
    }

    @Bean
    TrainingsController controller(Acts acts, TrainingsSettings settings) {
        return new TrainingsController(acts, settings.houseTrainer());
    }
}
