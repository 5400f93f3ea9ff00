package workouts.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import workouts.demo.Member;
import workouts.e2e.Seed;
import workouts.e2e.gym.Books;
import workouts.e2e.gym.Gym;
import workouts.e2e.process.GymOfProcesses;
import workouts.e2e.process.QuickStart;

/// `kill -9` at random moments, of Ballast and of the three services, while attendees book, move and cancel. In the end
/// everybody has an answer to everything, and hours, trainings and credits agree.
final class KillsChaos {
    private static final int KILLS = Integer.getInteger("ballast.kills", 32);
    private static final int BOOKINGS = Integer.getInteger("ballast.bookings", 500);
    private static final List<Member> MEMBERS = List.of(Member.values());
    private static final int CALLERS = 8;
    private static final long CREDITS = 45;
    private static final int DAYS = 21;

    /// One in so many dies while another one is down, or starts.
    private static final int OUTAGES_OVERLAP_ONE_IN = 4;

    /// How many answers there are between two kills, at most.
    private static final int ANSWERS_MAX = 10;

    private static final int MOMENT_MILLIS_MAX = 400;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder = Path.of("");

    private final long seed = Seed.of(KillsChaos.class);
    private final SplittableRandom random = new SplittableRandom(seed);
    private final Progress progress = new Progress(CALLERS);
    private final Map<Member, Integer> kills = new EnumMap<>(Member.class);

    /// Those that were started after a kill and have not been waited for yet.
    private final Set<Member> starting = EnumSet.noneOf(Member.class);

    private int killedWhileStarting;

    @Test
    @Timeout(1_800)
    void everybodyGetsAnAnswerAndTheBooksAreGoodHoweverOftenServicesAreKilled() throws Exception {
        try (var processes = GymOfProcesses.start(folder, QuickStart.flags())) {
            var gym = processes.gym();
            var trainers = List.of(UUID.randomUUID(), UUID.randomUUID());
            var firstDay = gym.today();
            var hours = hours(gym);
            trainers.forEach(trainer -> assertThat(gym.trainer(trainer)
                            .open(hours.toArray(Instant[]::new))
                            .status())
                    .isEqualTo(204));
            var callers = callers(gym, trainers, hours);
            callers.forEach(caller -> processes.grant(caller.attendee().id(), CREDITS));

            long began = System.nanoTime();
            loadAndKill(processes, callers);
            awaitReady(processes);
            resolve(callers);
            report(callers, Duration.ofNanos(System.nanoTime() - began));
            check(processes, callers, trainers, firstDay);
        }
    }

    private static List<Instant> hours(Gym gym) {
        return IntStream.rangeClosed(3, 2 + DAYS)
                .boxed()
                .flatMap(day -> IntStream.rangeClosed(12, 20).mapToObj(hour -> gym.hour(day, hour)))
                .toList();
    }

    private List<Caller> callers(Gym gym, List<UUID> trainers, List<Instant> hours) {
        return IntStream.range(0, CALLERS)
                .mapToObj(_ -> new Caller(gym.attendee(UUID.randomUUID()), trainers, hours, random.split()))
                .toList();
    }

    private void loadAndKill(GymOfProcesses processes, List<Caller> callers) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var load = start(threads, callers, caller -> caller.run(BOOKINGS / CALLERS + 1, KILLS, progress));
            try {
                for (int kill = 0; kill < KILLS; kill++) {
                    killOne(processes);
                }
            } catch (Exception | Error e) {
                progress.abandon();
                throw e;
            }
            finish(load);
        }
    }

    /// Mostly while everybody is up and callers are being answered, now and then while somebody else is still down or
    /// when it has just been started itself.
    private void killOne(GymOfProcesses processes) throws Exception {
        var network = processes.network();
        var member = MEMBERS.get(random.nextInt(MEMBERS.size()));
        if (random.nextInt(OUTAGES_OVERLAP_ONE_IN) > 0) {
            awaitReady(processes);
            progress.awaitAnswers(1 + random.nextInt(ANSWERS_MAX));
        }
        // The random moment is what this test is about: there is no condition to wait for.
        LockSupport.parkNanos(
                Duration.ofMillis(random.nextInt(MOMENT_MILLIS_MAX)).toNanos());
        network.kill(member);
        network.launch(member, Optional.empty());
        killedWhileStarting += starting.add(member) ? 0 : 1;
        kills.merge(member, 1, Integer::sum);
        progress.killed();
    }

    private void awaitReady(GymOfProcesses processes) throws InterruptedException {
        for (var member : starting) {
            processes.network().awaitReady(member);
        }
        starting.clear();
    }

    private interface Work {
        void run(Caller caller) throws InterruptedException;
    }

    private List<Future<?>> start(ExecutorService threads, List<Caller> callers, Work work) {
        var started = new ArrayList<Future<?>>();
        for (var caller : callers) {
            started.add(threads.submit(() -> {
                try {
                    work.run(caller);
                } catch (AssertionError | RuntimeException e) {
                    progress.abandon();
                    throw e;
                }
                return caller;
            }));
        }
        return started;
    }

    private static void finish(List<Future<?>> load) throws Exception {
        for (var each : load) {
            var _ = each.get();
        }
    }

    private void resolve(List<Caller> callers) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            finish(start(threads, callers, caller -> caller.resolve(progress)));
        }
    }

    private void check(GymOfProcesses processes, List<Caller> callers, List<UUID> trainers, LocalDate firstDay)
            throws InterruptedException {
        while (processes.owed() > 0) {
            progress.awaitNews();
        }
        assertThat(callers)
                .as("seed %d", seed)
                .allSatisfy(caller -> assertThat(caller.disagreements()).isEmpty());
        var granted = callers.stream()
                .collect(Collectors.toMap(caller -> caller.attendee().id(), _ -> CREDITS));
        assertThat(new Books(processes.gym(), firstDay, trainers, granted, _ -> 1).disagreements())
                .as("seed %d", seed)
                .isEmpty();
        assertThat(progress.kills()).isGreaterThanOrEqualTo(KILLS);
        assertThat(sum(callers, Caller::confirmed))
                .as("bookings in spite of it all")
                .isGreaterThan(BOOKINGS / 10);
    }

    private static int sum(List<Caller> callers, ToIntFunction<Caller> what) {
        return callers.stream().mapToInt(what).sum();
    }

    private void report(List<Caller> callers, Duration took) {
        System.out.printf(
                "KillsChaos: seed %d, %d kills %s, %d of them while starting; bookings: %d confirmed, %d refused, "
                        + "%d resolved later, %d times nobody knew; %d moves and %d cancellations, %d of them left "
                        + "unanswered; %d s%n",
                seed,
                progress.kills(),
                kills,
                killedWhileStarting,
                sum(callers, Caller::confirmed),
                sum(callers, Caller::refused),
                sum(callers, Caller::resolvedLater),
                sum(callers, Caller::unanswered),
                sum(callers, Caller::moves),
                sum(callers, Caller::cancels),
                sum(callers, Caller::unknownChanges),
                took.toSeconds());
    }
}
