package workouts.e2e.acceptance;

import ballast.client.testing.ServerInMemory;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import workouts.chassis.RunningService;
import workouts.chassis.Service;
import workouts.chassis.Surroundings;
import workouts.chassis.failpoints.FailPoints;
import workouts.chassis.grpc.GrpcSettings;
import workouts.chassis.grpc.Neighbours;
import workouts.chassis.testing.ManualClock;
import workouts.chassis.testing.Postgres;
import workouts.chassis.testing.TestDatabase;
import workouts.chassis.testing.Tokens;
import workouts.contracts.users.UpdateTrainingBalanceRequest;
import workouts.contracts.users.UsersServiceGrpc;
import workouts.e2e.gym.Gym;
import workouts.trainer.TrainerService;
import workouts.trainings.TrainingsService;
import workouts.trainings.app.saga.Relay;
import workouts.users.UsersService;

/// The whole application in the process of a test. The clock stands still, and the outbox is only looked at when the
/// test says so: what happens at all happens in the same order each time.
public final class GymInOneProcess implements AutoCloseable {
    /// The trainer who is meant where nobody is named.
    public static final UUID HOUSE = UUID.fromString("c2f6c9f2-2a4c-4d0a-8a53-9c8f8f5e6d01");

    private static final Instant START = Instant.parse("2027-03-10T09:30:00Z");
    private static final String CREDENTIAL = "a-credential-of-the-acceptance-tests-only";
    /// A busy machine is not a neighbour that is away.
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    /// Longer than every lease and every back-off.
    private static final Duration ANYTHING_IS_DUE = Duration.ofMinutes(2);

    private static final int ROUNDS_MAX = 20;

    private final ManualClock clock;
    private final ZoneId zone;
    private final TestDatabase database = Postgres.empty();
    private final ServerInMemory ballast = new ServerInMemory();
    private final FaultyRelay toTrainer = FaultyRelay.open();
    private final FaultyRelay toUsers = FaultyRelay.open();
    private final Neighbours neighbours =
            new Neighbours(new GrpcSettings("127.0.0.1", 0, CREDENTIAL), ObservationRegistry.NOOP);
    private final RunningService users;
    private final RunningService trainings;
    private final UsersServiceGrpc.UsersServiceBlockingStub credits;
    private volatile RunningService trainer;
    private volatile FailPoints failPoints = FailPoints.disarmed();
    private final Gym gym;

    GymInOneProcess() {
        this(START, ZoneOffset.UTC, Duration.ofMillis(200));
    }

    /// @param zone of the business
    /// @param answerWithin how long a booking is worked on before it is answered that it goes on by itself
    public GymInOneProcess(Instant start, ZoneId zone, Duration answerWithin) {
        this.clock = ManualClock.at(start);
        this.zone = zone;
        this.gym = new Gym(this::addresses, clock);
        users = started(
                UsersService.SERVICE,
                "--workouts.ballast.url=" + ballast.url(),
                "--workouts.ballast.deadline=" + DEADLINE);
        trainer = startedTrainer();
        toTrainer.leadTo(trainer.grpcTarget());
        toUsers.leadTo(users.grpcTarget());
        credits = UsersServiceGrpc.newBlockingStub(neighbours.channel(users.grpcTarget(), DEADLINE));
        trainings = started(
                TrainingsService.SERVICE,
                "--workouts.trainer.target=" + toTrainer.target(),
                "--workouts.users.target=" + toUsers.target(),
                "--workouts.trainer.deadline=" + DEADLINE,
                "--workouts.users.deadline=" + DEADLINE,
                "--workouts.trainings.answer-within=" + answerWithin,
                "--workouts.trainings.relay-every=PT1H");
    }

    public Gym gym() {
        return gym;
    }

    public ManualClock clock() {
        return clock;
    }

    FaultyRelay toTrainer() {
        return toTrainer;
    }

    FaultyRelay toUsers() {
        return toUsers;
    }

    /// What happens at the named moments of the trainings service from now on.
    void failAt(FailPoints points) {
        failPoints = points;
    }

    public void grant(UUID attendee, long amount) {
        var _ = credits.updateTrainingBalance(UpdateTrainingBalanceRequest.newBuilder()
                .setUserId(attendee.toString())
                .setAmountChange(amount)
                .setRequestId(UUID.randomUUID().toString())
                .setReason("acceptance")
                .build());
    }

    /// From now on until all recovers, no call of this method gets to the trainer service.
    public void loseTrainerCalls(String method) {
        toTrainer.plan(method, Fault.AWAY);
    }

    /// The trainer service stops and comes again with other settings, somewhere else.
    void restartTrainer(String... settings) {
        trainer.close();
        trainer = startedTrainer(settings);
        toTrainer.leadTo(trainer.grpcTarget());
    }

    /// Everybody is well again, time passes, and what was left behind is finished.
    public void recover() {
        toTrainer.heal();
        toUsers.heal();
        for (int round = 0; owed() > 0; round++) {
            if (round == ROUNDS_MAX) {
                throw new AssertionError(owed() + " calls are owed still");
            }
            clock.advance(ANYTHING_IS_DUE);
            trainings.bean(Relay.class).runOnce();
        }
    }

    /// How many calls the outbox holds.
    long owed() {
        return sql("trainings")
                .sql("select count(*) from outbox")
                .query(Long.class)
                .single();
    }

    /// The database of one service, as its administrator sees it.
    JdbcClient sql(String schema) {
        return JdbcClient.create(database.dataSource(schema));
    }

    @Override
    public void close() {
        trainings.close();
        trainer.close();
        users.close();
        neighbours.close();
        toTrainer.close();
        toUsers.close();
        ballast.close();
    }

    /// Where everybody is now.
    public Gym.Addresses addresses() {
        return new Gym.Addresses(trainer.address(), trainings.address(), users.address(), ballast.url());
    }

    private RunningService startedTrainer(String... settings) {
        return started(TrainerService.SERVICE, settings);
    }

    private RunningService started(Service service, String... settings) {
        var arguments = new ArrayList<>(database.arguments());
        arguments.addAll(List.of(
                "--server.port=0",
                "--workouts.grpc.port=0",
                "--spring.profiles.active=dev",
                "--workouts.jwt.dev-secret=" + Tokens.SECRET,
                "--workouts.grpc.credential=" + CREDENTIAL,
                "--workouts.house-trainer=" + HOUSE,
                "--workouts.zone=" + zone));
        arguments.addAll(Arrays.asList(settings));
        return service.start(
                new Surroundings(clock, UUID::randomUUID, name -> failPoints.reached(name)),
                arguments.toArray(String[]::new));
    }
}
