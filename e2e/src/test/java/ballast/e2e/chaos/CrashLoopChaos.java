package ballast.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.e2e.process.Exit;
import ballast.e2e.process.Launch;
import ballast.e2e.process.Nodes;
import ballast.e2e.process.Seed;
import ballast.e2e.process.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` at random moments under load, again and again on one data folder.
final class CrashLoopChaos {
    private static final int KILLS = Integer.getInteger("ballast.kills", 50);
    private static final int CALLERS = 16;
    private static final int LOAD_MILLIS_MAX = 400;
    /// One in so many servers is killed before it is ready, too.
    private static final int START_KILLED_ONE_IN = 5;

    private static final int START_MILLIS_MAX = 1_500;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder = Path.of("");

    @RegisterExtension
    private final Nodes nodes = new Nodes();

    private final long seed = Seed.of(CrashLoopChaos.class);
    private final SplittableRandom random = new SplittableRandom(seed);
    private final Callers callers = new Callers(seed, CALLERS);
    private final List<Duration> restarts = new ArrayList<>();
    private int killedWhileStarting;

    @Test
    @Timeout(600)
    void losesAndDoublesNothingHoweverOftenItIsKilled() throws Exception {
        Launch launch = Launch.on(folder.resolve("data")).quickly().withRarePathsMadeCommon();
        for (int kill = 0; kill < KILLS; kill++) {
            if (random.nextInt(START_KILLED_ONE_IN) == 0) {
                killWhileStarting(launch);
            }
            killUnderLoad(launch);
        }
        long answered = callers.answered();
        assertThat(answered).as("transfers acknowledged before the last start").isGreaterThan(KILLS);
        try {
            new Ending(nodes, launch).check(callers);
        } finally {
            report(answered);
        }
        assertThat(filesOfTheLog(launch.data()))
                .as("files of the log, which was to forget its first entries while it was being killed")
                .isNotEmpty()
                .noneMatch(name -> name.matches("log_(inprogress_)?0(-.*)?"));
    }

    private static List<String> filesOfTheLog(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("groups/1/log"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("log_"))
                    .toList();
        }
    }

    private void report(long answered) {
        restarts.sort(null);
        System.out.printf(
                "CrashLoopChaos: seed %d, %d kills under load, %d while starting, %d transfers acknowledged, "
                        + "%d unknown and resolved later, %d repeats, %d reads, restart min/median/max %d/%d/%d ms%n",
                seed,
                restarts.size(),
                killedWhileStarting,
                answered,
                callers.unanswered(),
                callers.repeated(),
                callers.reads(),
                restarts.getFirst().toMillis(),
                restarts.get(restarts.size() / 2).toMillis(),
                restarts.getLast().toMillis());
    }

    private void killUnderLoad(Launch launch) throws InterruptedException {
        ServerProcess server = nodes.spawn(launch);
        URI url = server.url();
        restarts.add(server.age());
        try (var load = callers.call(url)) {
            load.awaitFirstAnswer();
            parkAtMost(LOAD_MILLIS_MAX);
            Exit exit = server.kill();
            assertThat(exit.code())
                    .as("ended by the kill and by nothing else: %s", exit)
                    .isEqualTo(Exit.KILLED);
        }
    }

    private void killWhileStarting(Launch launch) throws InterruptedException {
        ServerProcess server = nodes.spawn(launch);
        parkAtMost(START_MILLIS_MAX);
        Exit exit = server.kill();
        assertThat(exit.code())
                .as("ended by the kill and by nothing else: %s", exit)
                .isEqualTo(Exit.KILLED);
        killedWhileStarting += exit.out().isEmpty() ? 1 : 0;
    }

    /// The random moment is what this test is about: there is no condition to wait for.
    private void parkAtMost(int millisMax) {
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(millisMax)).toNanos());
    }
}
