package ballast.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.e2e.history.TransactionHistory;
import ballast.e2e.history.TransactionRecord;
import ballast.e2e.process.Exit;
import ballast.e2e.process.GrpcLedger;
import ballast.e2e.process.Launch;
import ballast.e2e.process.Nodes;
import ballast.e2e.process.Seed;
import ballast.e2e.process.ServerProcess;
import ballast.types.protocol.v1.RecordedTransaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` at random moments while callers send transactions of every kind of leg.
final class LegsChaos {
    private static final int KILLS = Integer.getInteger("ballast.kills", 12);
    private static final int CALLERS = 8;
    private static final int LOAD_MILLIS_MAX = 600;
    private static final int PATIENCE_SECONDS = 60;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder = Path.of("");

    @RegisterExtension
    private final Nodes nodes = new Nodes();

    private final long seed = Seed.of(LegsChaos.class);
    private final SplittableRandom random = new SplittableRandom(seed);
    private final List<LegCaller> callers =
            LongStream.range(0, CALLERS).mapToObj(i -> new LegCaller(seed + i)).toList();

    @Test
    @Timeout(600)
    void theModelMakesTheSameOfWhatWasRecordedAndEveryAnswerIsInIt() throws Exception {
        Launch launch = Launch.on(folder.resolve("data")).quickly().withRarePathsMadeCommon();
        for (int kill = 0; kill < KILLS; kill++) {
            killUnderLoad(launch);
        }
        ServerProcess server = nodes.start(launch);
        List<RecordedTransaction> recorded = new ArrayList<>();
        try (var ledger = new GrpcLedger(server.url())) {
            for (LegCaller caller : callers) {
                caller.resolve(ledger);
            }
            recorded.addAll(ledger.recorded());
        }
        List<TransactionRecord> answers =
                callers.stream().flatMap(caller -> caller.answers().stream()).toList();
        System.out.printf(
                "LegsChaos: seed %d, %d kills, %d answers, %d recorded%n",
                seed, KILLS, answers.size(), recorded.size());
        assertThat(answers).hasSizeGreaterThan(KILLS);
        assertThat(TransactionHistory.violations(recorded, answers)).isEmpty();
        server.stop();
        assertThat(nodes.verify(launch).code()).isZero();
    }

    private void killUnderLoad(Launch launch) throws Exception {
        ServerProcess server = nodes.start(launch);
        List<Future<?>> running = new ArrayList<>();
        try (var ledger = new GrpcLedger(server.url());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (LegCaller caller : callers) {
                running.add(threads.submit(() -> {
                    caller.callUntilNobodyAnswers(ledger);
                    return caller;
                }));
            }
            for (LegCaller caller : callers) {
                caller.awaitAnswer();
            }
            LockSupport.parkNanos(
                    Duration.ofMillis(random.nextInt(LOAD_MILLIS_MAX)).toNanos());
            assertThat(server.kill().code()).isEqualTo(Exit.KILLED);
            for (Future<?> caller : running) {
                caller.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        }
    }
}
