package ballast.e2e.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.e2e.history.Transfer;
import ballast.e2e.process.Answer;
import ballast.e2e.process.Launch;
import ballast.e2e.process.Nodes;
import ballast.e2e.process.ServerProcess;
import ballast.e2e.process.TransferClient;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// SIGTERM: what is in flight is answered, what comes later is turned away, and the process ends with 0.
@Timeout(120)
final class StopE2e {
    private static final int CALLERS = 200;
    private static final int TRANSFERS_BEFORE = 1_000;
    /// A caller that read the clock may be held up this long before its request is on the wire.
    private static final long ON_THE_WIRE_NANOS = Duration.ofMillis(5).toNanos();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder = Path.of("");

    @RegisterExtension
    private final Nodes nodes = new Nodes();

    private record Attempt(Transfer transfer, long askedNanos, long endedNanos, Optional<Answer> answer) {
        boolean inFlightAt(long nanos) {
            return askedNanos < nanos && endedNanos > nanos;
        }
    }

    private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();
    private final CountDownLatch underLoad = new CountDownLatch(TRANSFERS_BEFORE);

    @Test
    void answersWhatIsInFlightAndEndsWithZero() throws Exception {
        Launch launch = Launch.on(folder.resolve("data"));
        ServerProcess server = nodes.start(launch);
        long told;
        try (var client = new TransferClient(server.url());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(threads.submit(() -> callUntilTurnedAway(client)));
            }
            assertThat(underLoad.await(60, TimeUnit.SECONDS)).as("under load").isTrue();
            told = System.nanoTime();
            assertThat(server.stop().code()).isZero();
            for (Future<?> caller : callers) {
                caller.get(60, TimeUnit.SECONDS);
            }
        }
        assertThat(attempts.stream().filter(attempt -> attempt.inFlightAt(told)))
                .as("requests in flight when it was told to stop")
                .hasSizeGreaterThan(CALLERS / 4);
        assertThat(attempts.stream().filter(attempt -> attempt.askedNanos() < told - ON_THE_WIRE_NANOS))
                .as("requests before it was told to stop")
                .allMatch(attempt -> attempt.answer()
                        .filter(answer -> answer.status() == 200)
                        .isPresent());
        assertStillThere(launch, told);
    }

    private Object callUntilTurnedAway(TransferClient client) throws InterruptedException {
        while (true) {
            var transfer = new Transfer(UUID.randomUUID(), "user1", "user2", BigInteger.ONE);
            long asked = System.nanoTime();
            try {
                Answer answer = client.transfer(transfer);
                attempts.add(new Attempt(transfer, asked, System.nanoTime(), Optional.of(answer)));
                underLoad.countDown();
                if (answer.status() != 200) {
                    return answer;
                }
            } catch (IOException e) {
                attempts.add(new Attempt(transfer, asked, System.nanoTime(), Optional.empty()));
                return e;
            }
        }
    }

    private void assertStillThere(Launch launch, long told) throws Exception {
        int unknown = 0;
        try (var client = new TransferClient(nodes.start(launch).url())) {
            for (Attempt attempt : attempts) {
                Optional<Answer> done = attempt.answer().filter(answer -> answer.status() == 200);
                unknown += done.isEmpty() ? 1 : 0;
                if (done.isPresent() && attempt.inFlightAt(told)) {
                    assertThat(client.transfer(attempt.transfer())).isEqualTo(done.get());
                }
            }
            assertThat(client.balance("user2").balance().intValueExact())
                    .isBetween(attempts.size() - unknown, attempts.size());
        }
    }
}
