package workouts.e2e.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workouts.demo.Member;
import workouts.e2e.gym.Books;
import workouts.e2e.gym.Guest;
import workouts.e2e.process.GymOfProcesses;

/// What a service has to do as a process: say how it is, count what it does, tell its part of a trace, and stop without
/// dropping anything.
@Timeout(300)
final class ServicesE2e {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder = Path.of("");

    private static Optional<GymOfProcesses> started = Optional.empty();

    @BeforeAll
    static void start() throws Exception {
        // a request that is under way when a service is stopped may take as long as the stop
        var patient = Map.of(Member.TRAININGS, List.of("-Dworkouts.trainings.answer-within=PT60S"));
        started = Optional.of(GymOfProcesses.start(folder, patient));
    }

    @AfterAll
    static void stop() throws Exception {
        if (started.isPresent()) {
            started.get().close();
        }
    }

    private final GymOfProcesses processes = started.orElseThrow();
    private final UUID trainerId = UUID.randomUUID();
    private final Guest trainer = processes.gym().trainer(trainerId);
    private final Guest ada = processes.gym().attendee(UUID.randomUUID());
    private final List<Instant> hours = IntStream.of(13, 15, 17)
            .mapToObj(hour -> processes.gym().hour(10, hour))
            .toList();

    @AfterEach
    void theBooksAreGood() {
        await("nothing is owed", () -> processes.owed() == 0);
        var books =
                new Books(processes.gym(), processes.gym().today(), List.of(trainerId), Map.of(ada.id(), 5L), _ -> 1);
        if (processes.gym().account(ada.id()).received() > 0) {
            assertThat(books.disagreements()).isEmpty();
        }
    }

    private void prepare() {
        assertThat(trainer.open(hours.toArray(Instant[]::new)).status()).isEqualTo(204);
        processes.grant(ada.id(), 5);
    }

    @ParameterizedTest
    @EnumSource(
            value = Member.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"BALLAST"})
    void saysHowItIsAndCountsWhatItDoes(Member member) {
        for (var probe : List.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")) {
            var answer = processes.ask(member, probe);
            assertThat(answer.status()).as(probe).isEqualTo(200);
            assertThat(answer.json().path("status").asText()).as(probe).isEqualTo("UP");
        }
        var meters = processes.ask(member, "/actuator/prometheus");
        assertThat(meters.status()).isEqualTo(200);
        assertThat(meters.body()).contains("http_server_requests_seconds_bucket", "hikaricp_connections_active");
        assertThat(processes.ask(member, "/actuator/env").status()).isIn(401, 404);
    }

    @Test
    void countsCommandsByWhatBecameOfThem() {
        prepare();
        ada.booked(trainerId, hours.getFirst());
        assertThat(ada.book(trainerId, hours.getFirst(), "").told()).isEqualTo("409 hour-not-available");
        assertThat(processes.ask(Member.TRAININGS, "/actuator/prometheus").body())
                .containsPattern("workouts_command_seconds_count\\{[^}]*handler=\"ScheduleTraining\"[^}]*"
                        + "outcome=\"refused\"[^}]*slug=\"hour-not-available\"[^}]*} [1-9]")
                .containsPattern("workouts_command_seconds_count\\{[^}]*handler=\"ScheduleTraining\"[^}]*"
                        + "outcome=\"done\"[^}]*} [1-9]");
    }

    @Test
    void oneTraceGoesFromTheRequestThroughTheServices() throws Exception {
        prepare();
        ada.booked(trainerId, hours.getFirst());
        var answer =
                ada.with("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01").book(trainerId, hours.getFirst(), "");
        assertThat(answer.told()).isEqualTo("409 hour-not-available");
        for (var member : List.of(Member.TRAININGS, Member.TRAINER)) {
            assertThat(Files.readAllLines(processes.log(member)))
                    .as("the log of %s", member)
                    .anyMatch(line -> line.contains(TRACE) && line.contains("hour-not-available"));
        }
    }

    @Test
    void aRequestThatIsUnderWayIsAnsweredWhenTheServiceIsStopped() throws Exception {
        prepare();
        var stopped = ProcessHandle.of(processes.network().pid(Member.TRAINER)).orElseThrow();
        signal("STOP", stopped);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var booking = threads.submit(() -> ada.book(trainerId, hours.getFirst(), ""));
            await(
                    "the booking waits for its hour",
                    () -> processes.gym().account(ada.id()).held() == 1);
            var going = threads.submit(() -> processes.network().stop(Member.TRAININGS));
            await("no new request is taken", () -> refusesConnections(Member.TRAININGS));
            assertThat(booking.isDone()).isFalse();
            signal("CONT", stopped);
            assertThat(booking.get().told()).isEqualTo("201");
            going.get();
        } finally {
            signal("CONT", stopped);
            processes.network().start(Member.TRAININGS);
        }
        assertThat(ada.everyTraining()).hasSize(1);
    }

    private boolean refusesConnections(Member member) {
        try (var socket = new Socket(
                InetAddress.getLoopbackAddress(), processes.network().ports().http(member))) {
            return !socket.isConnected();
        } catch (IOException refused) {
            return true;
        }
    }

    private static void signal(String name, ProcessHandle process) throws Exception {
        int exit = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(exit).isZero();
    }

    /// The time limit of the test ends this.
    private static void await(String what, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            assertThat(Thread.currentThread().isInterrupted()).as(what).isFalse();
            Thread.onSpinWait();
        }
    }
}
