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
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
    private static final int TAKEN_ON = 20;
    private static final int PATIENCE_MILLIS = 60_000;
    private static final String HEAD = """
            POST /api/transfer HTTP/1.1\r
            Host: ledger\r
            Expect: 100-continue\r
            Content-Type: application/x-www-form-urlencoded\r
            Content-Length: 28\r
            \r
            """;
    private static final String BODY = "from=user1&to=user2&amount=1";

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
        assertStillThere(launch, told);
    }

    /// Nobody but the server knows what it has read; with `100 Continue` it says so.
    @Test
    void answersEveryRequestThatItHasTakenOn() throws Exception {
        Launch launch = Launch.on(folder.resolve("data"))
                .with("body.deadline.millis", PATIENCE_MILLIS)
                .with("stop.millis", PATIENCE_MILLIS);
        ServerProcess server = nodes.start(launch);
        List<Socket> taken = new ArrayList<>();
        try {
            for (int i = 0; i < TAKEN_ON; i++) {
                taken.add(takenOn(server.url()));
            }
            server.terminate();
            awaitRefusal(server.url());
            for (Socket one : taken) {
                one.getOutputStream().write(BODY.getBytes(StandardCharsets.US_ASCII));
            }
            for (Socket one : taken) {
                assertThat(new String(one.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                        .startsWith("HTTP/1.1 200 ");
            }
        } finally {
            for (Socket one : taken) {
                one.close();
            }
        }
        assertThat(server.awaitExit().code()).isZero();
    }

    private static Socket takenOn(URI url) throws IOException {
        Socket socket = new Socket(url.getHost(), url.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write(HEAD.getBytes(StandardCharsets.US_ASCII));
        String ready = "HTTP/1.1 100 Continue\r\n\r\n";
        assertThat(new String(socket.getInputStream().readNBytes(ready.length()), StandardCharsets.US_ASCII))
                .isEqualTo(ready);
        return socket;
    }

    private static void awaitRefusal(URI url) throws IOException {
        long deadline = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
        while (System.nanoTime() < deadline) {
            try {
                new Socket(url.getHost(), url.getPort()).close();
            } catch (ConnectException e) {
                return;
            }
        }
        throw new AssertionError("new connections are not refused");
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
        int done = 0;
        try (var client = new TransferClient(nodes.start(launch).url())) {
            for (Attempt attempt : attempts) {
                Optional<Answer> answer = attempt.answer().filter(given -> given.status() == 200);
                done += answer.isPresent() ? 1 : 0;
                if (answer.isPresent() && attempt.inFlightAt(told)) {
                    assertThat(client.transfer(attempt.transfer())).isEqualTo(answer.get());
                }
            }
            assertThat(client.balance("user2").balance())
                    .as("what was moved: no more than was answered, for what was turned away was not done")
                    .isEqualTo(done);
        }
    }
}
