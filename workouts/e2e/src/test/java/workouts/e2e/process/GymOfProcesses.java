package workouts.e2e.process;

import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import workouts.chassis.grpc.GrpcSettings;
import workouts.chassis.grpc.Neighbours;
import workouts.chassis.testing.Answer;
import workouts.chassis.testing.Api;
import workouts.chassis.testing.Tokens;
import workouts.contracts.users.UpdateTrainingBalanceRequest;
import workouts.contracts.users.UsersServiceGrpc;
import workouts.demo.DatabaseServer;
import workouts.demo.Layout;
import workouts.demo.Member;
import workouts.demo.Network;
import workouts.demo.Ports;
import workouts.demo.Secrets;
import workouts.e2e.gym.Gym;

/// Ballast, PostgreSQL and the three services, each in processes of its own on free ports, with everything below one
/// folder. They end with [#close].
///
/// Whoever starts, stops and kills is one thread; the gym may be used by many.
public final class GymOfProcesses implements AutoCloseable {
    private static final String CREDENTIAL = "a-credential-of-the-tests-with-processes";
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    /// A busy machine is not a ledger that is away.
    private static final Map<Member, List<String>> PATIENT =
            Map.of(Member.USERS, List.of("-Dworkouts.ballast.deadline=" + DEADLINE));

    private static final Pattern OWED = Pattern.compile("(?m)^workouts_sagas_owed(?:\\{[^}]*})? ([0-9.E+]+)$");

    private final Path folder;
    private final DatabaseServer database;
    private final Network network;
    private final Gym gym;

    private GymOfProcesses(Path folder, DatabaseServer database) throws IOException {
        this.folder = folder;
        this.database = database;
        var layout = new Layout(Distributions.ballast(), Distributions.services(), folder);
        this.network = new Network(layout, Ports.free(), database, new Secrets(Tokens.SECRET, CREDENTIAL));
        this.gym = new Gym(this::addresses, Clock.systemUTC());
    }

    /// Starts everybody; returns when all take requests.
    ///
    /// @param flags more of them, for the JVM of a member
    public static GymOfProcesses start(Path folder, Map<Member, List<String>> flags)
            throws IOException, InterruptedException {
        var started = new GymOfProcesses(folder, DatabaseServer.embedded(folder.resolve("postgres")));
        try {
            for (var member : Member.values()) {
                started.network.flags(member, joined(PATIENT, flags).getOrDefault(member, List.of()));
                started.network.launch(member, Optional.empty());
            }
            started.awaitReady();
            return started;
        } catch (IOException | InterruptedException | RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /// The flags of both, for each member.
    public static Map<Member, List<String>> joined(Map<Member, List<String>> some, Map<Member, List<String>> others) {
        Map<Member, List<String>> all = new EnumMap<>(Member.class);
        Stream.of(some, others)
                .forEach(flags -> flags.forEach((member, each) -> all.merge(
                        member,
                        each,
                        (one, other) ->
                                Stream.concat(one.stream(), other.stream()).toList())));
        return all;
    }

    public Network network() {
        return network;
    }

    public Gym gym() {
        return gym;
    }

    public void awaitReady() throws InterruptedException {
        for (var member : Member.values()) {
            network.awaitReady(member);
        }
    }

    /// A plain question to one of them.
    public Answer ask(Member member, String path) {
        return Api.at(address(member)).get(path);
    }

    public URI address(Member member) {
        return network.ports().address(member);
    }

    /// What a member has written so far.
    public Path log(Member member) {
        return folder.resolve("logs").resolve(member.title() + ".log");
    }

    /// How many calls are owed, as the service's meter says.
    public long owed() {
        var meter = OWED.matcher(ask(Member.TRAININGS, "/actuator/prometheus").body());
        if (!meter.find()) {
            throw new AssertionError("the meter of the outbox is missing");
        }
        return (long) Double.parseDouble(meter.group(1));
    }

    public void grant(UUID attendee, long amount) {
        var settings = new GrpcSettings("127.0.0.1", 0, CREDENTIAL);
        try (var neighbours = new Neighbours(settings, ObservationRegistry.NOOP)) {
            var target = network.ports().target(Member.USERS);
            var users = UsersServiceGrpc.newBlockingStub(neighbours.channel(target, DEADLINE));
            var _ = users.updateTrainingBalance(UpdateTrainingBalanceRequest.newBuilder()
                    .setUserId(attendee.toString())
                    .setAmountChange(amount)
                    .setRequestId(UUID.randomUUID().toString())
                    .setReason("end to end")
                    .build());
        }
    }

    @Override
    public void close() throws IOException {
        network.close();
        database.close();
    }

    private Gym.Addresses addresses() {
        return new Gym.Addresses(
                address(Member.TRAINER), address(Member.TRAININGS), address(Member.USERS), address(Member.BALLAST));
    }
}
