package ballast.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.e2e.process.Exit;
import ballast.e2e.process.Launch;
import ballast.e2e.process.Nodes;
import ballast.e2e.process.Seed;
import ballast.e2e.process.ServerProcess;
import ballast.guard.FailPoint;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Dies at each of the moments at which a crash is most likely to lose or to double something.
@Timeout(120)
final class FailPointChaos {
    private static final int CALLERS = 16;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder = Path.of("");

    @RegisterExtension
    private final Nodes nodes = new Nodes();

    private final long seed = Seed.of(FailPointChaos.class);
    private final SplittableRandom random = new SplittableRandom(seed);
    private final Callers callers = new Callers(seed, CALLERS);

    /// Early in the life of a folder, and again later, when the death may also come while recovering from the first.
    @ParameterizedTest
    @EnumSource
    void losesAndDoublesNothingWhenItDiesAt(FailPoint point) throws Exception {
        Launch healthy = Launch.on(folder.resolve("data")).quickly().withRarePathsMadeCommon();

        dieUnderLoad(healthy.dyingAt(point, 1 + random.nextInt(isRare(point) ? 2 : 10)));
        dieUnderLoad(healthy.dyingAt(point, isRare(point) ? 2 : 20 + random.nextInt(40)));
        assertThat(callers.answered())
                .as("transfers acknowledged before the last death")
                .isPositive();

        new Ending(nodes, healthy).check(callers);
    }

    @Test
    void losesAndDoublesNothingWhenItDiesTwiceInARowWhileRecovering() throws Exception {
        Launch healthy = Launch.on(folder.resolve("data")).quickly();
        dieUnderLoad(healthy.dyingAt(FailPoint.AFTER_FIRST_ANSWER, 200));

        dieWhileRecovering(healthy.dyingAt(FailPoint.BEFORE_STATE_WRITE, 40));
        dieWhileRecovering(healthy.dyingAt(FailPoint.AFTER_STATE_WRITE, 60));
        assertThat(callers.answered())
                .as("transfers acknowledged before the deaths")
                .isGreaterThanOrEqualTo(100);

        new Ending(nodes, healthy).check(callers);
    }

    private void dieUnderLoad(Launch launch) throws InterruptedException {
        ServerProcess server = nodes.spawn(launch);
        Optional<URI> url = server.awaitReady();
        if (url.isPresent()) {
            try (var _ = callers.call(url.get())) {
                checkDied(launch, server.awaitExit());
            }
        } else {
            checkDied(launch, server.awaitExit());
        }
    }

    private void dieWhileRecovering(Launch launch) throws InterruptedException {
        ServerProcess server = nodes.spawn(launch);
        assertThat(server.awaitReady())
                .as("where it listens, though %s", launch)
                .isEmpty();
        checkDied(launch, server.awaitExit());
    }

    private static void checkDied(Launch launch, Exit exit) {
        assertThat(exit.code()).as("died as told by %s: %s", launch, exit).isEqualTo(Exit.KILLED);
    }

    private static boolean isRare(FailPoint point) {
        return switch (point) {
            case BEFORE_CHECKPOINT, INSIDE_CHECKPOINT, AFTER_CHECKPOINT, AFTER_LOG_FORGET -> true;
            case BEFORE_PROPOSE,
                    BEFORE_LOG_FSYNC,
                    AFTER_LOG_FSYNC,
                    BEFORE_APPLY,
                    BEFORE_JOURNAL_APPEND,
                    INSIDE_JOURNAL_APPEND,
                    BEFORE_STATE_WRITE,
                    AFTER_STATE_WRITE,
                    AFTER_FIRST_ANSWER -> false;
        };
    }
}
