package ballast.e2e.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.e2e.history.ModelLedger;
import ballast.e2e.history.Transfer;
import ballast.e2e.process.Answer;
import ballast.e2e.process.Launch;
import ballast.e2e.process.Nodes;
import ballast.e2e.process.ServerProcess;
import ballast.e2e.process.TransferClient;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// What the README shows and promises, as a caller sees it.
@Timeout(120)
final class SeedApiE2e {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder = Path.of("");

    @RegisterExtension
    private final Nodes nodes = new Nodes();

    private Launch launch = Launch.on(folder);

    @BeforeEach
    void useAFolderOfItsOwn() {
        launch = Launch.on(folder.resolve("data"));
    }

    @Test
    void movesMoneyAndStillHasItAfterKill9() throws Exception {
        ServerProcess server = nodes.start(launch);
        try (var client = new TransferClient(server.url())) {
            assertThat(client.balance("user1").body()).isEqualTo("0");
            Answer first = client.transferWithoutKey("user1", "user2", 17);
            assertThat(first.body()).isEqualTo("-17");
            assertThat(first.position()).hasValue(1);
            assertThat(client.balance("user2").body()).isEqualTo("17");
        }
        server.kill();

        server = nodes.start(launch);
        try (var client = new TransferClient(server.url())) {
            assertThat(client.balance("user1").body()).isEqualTo("-17");
            assertThat(client.balance("user2").body()).isEqualTo("17");
            Answer second = client.transferWithoutKey("user2", "user1", 7);
            assertThat(second.body()).isEqualTo("10");
            assertThat(second.position()).hasValue(2);
        }
    }

    @Test
    void movesMoneyOnceForAKeyHoweverOftenItComes() throws Exception {
        var transfer = new Transfer(UUID.randomUUID(), "user1", "user2", BigInteger.valueOf(17));
        ServerProcess server = nodes.start(launch);
        List<HttpResponse<String>> responses = new ArrayList<>();
        try (var client = new TransferClient(server.url())) {
            responses.addAll(inParallel(100, () -> client.transferResponse(transfer)));
        }
        server.kill();

        server = nodes.start(launch);
        try (var client = new TransferClient(server.url())) {
            responses.addAll(inParallel(10, () -> client.transferResponse(transfer)));
            assertThat(client.balance("user2").body()).isEqualTo("17");
        }
        assertThat(responses).hasSize(110).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(responses.stream().map(HttpResponse::body).distinct()).hasSize(1);
        assertThat(responses.stream().map(HttpResponse::headers).distinct()).hasSize(1);
        assertThat(Answer.of(responses.getFirst()).transaction())
                .hasValue(transfer.key().toString());
    }

    @Test
    void refusesAKeyThatBelongsToAnotherTransfer() throws Exception {
        ServerProcess server = nodes.start(launch);
        var owner = new Transfer(UUID.randomUUID(), "user1", "user2", BigInteger.valueOf(17));
        try (var client = new TransferClient(server.url())) {
            Answer first = client.transfer(owner);

            for (String other : List.of("from=user1&to=user2&amount=18", "from=user2&to=user1&amount=17")) {
                Answer refused = client.transfer(owner.key(), other);
                assertThat(refused.status()).isEqualTo(422);
                assertThat(refused.body()).startsWith("error: ");
            }
            assertThat(client.balance("user2").body()).isEqualTo("17");
            assertThat(client.transfer(owner)).isEqualTo(first);
        }
    }

    @Test
    void givesARefusalAgainAsItWasEvenAfterARestartAndAfterItsReasonIsGone() throws Exception {
        ServerProcess server = nodes.start(launch);
        var most = new Transfer(UUID.randomUUID(), "user1", "user2", ModelLedger.BALANCE_MAX);
        var more = new Transfer(UUID.randomUUID(), "user1", "user3", BigInteger.ONE);
        Answer refused;
        try (var client = new TransferClient(server.url())) {
            assertThat(client.transfer(most).balance()).isEqualTo(ModelLedger.BALANCE_MAX.negate());
            refused = client.transfer(more);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.position()).hasValue(2);
            client.transferWithoutKey("user3", "user1", 5);
        }
        server.kill();

        server = nodes.start(launch);
        try (var client = new TransferClient(server.url())) {
            assertThat(client.transfer(more)).isEqualTo(refused);
            assertThat(client.balance("user3").body()).isEqualTo("-5");
        }
    }

    @Test
    void readsWhatWasAcknowledgedToAnybody() throws Exception {
        ServerProcess server = nodes.start(launch);
        try (var writer = new TransferClient(server.url());
                var reader = new TransferClient(server.url())) {
            for (int i = 1; i <= 200; i++) {
                Answer written = writer.transferWithoutKey("user1", "user2", 1);
                Answer read = reader.balance("user2");
                assertThat(read.body()).isEqualTo(Integer.toString(i));
                assertThat(read.position().orElseThrow())
                        .isGreaterThanOrEqualTo(written.position().orElseThrow());
            }
        }
    }

    @Test
    void answersBadInputWithItsNameAndChangesNothing() throws Exception {
        ServerProcess server = nodes.start(launch);
        try (var client = new TransferClient(server.url())) {
            for (String bad : List.of(
                    "from=user1&to=user2&amount=0",
                    "from=user1&to=user2&amount=-5",
                    "from=user1&to=user2&amount=1.5",
                    "from=user1&to=user2&amount=170141183460469231731687303715884105728",
                    "from=user1&to=user2",
                    "from=user1&amount=1",
                    "to=user2&amount=1",
                    "from=us%20er&to=user2&amount=1",
                    "from=user1&to=user2&amount=1&amount=2")) {
                Answer refused = client.transfer(UUID.randomUUID(), bad);
                assertThat(refused.status()).as(bad).isEqualTo(400);
                assertThat(refused.body()).as(bad).startsWith("error: ");
            }
            assertThat(client.get("/api/transfer?from=user1&to=user2&amount=1").status())
                    .isEqualTo(405);
            assertThat(client.balance("user1").body()).isEqualTo("0");
            assertThat(client.balance("user1").position()).hasValue(0);
        }
    }

    @Test
    void saysHowItIs() throws Exception {
        ServerProcess server = nodes.start(launch);
        try (var client = new TransferClient(server.url())) {
            assertThat(client.get("/healthz").status()).isEqualTo(200);
            assertThat(client.get("/readyz").status()).isEqualTo(200);
            assertThat(client.get("/metrics").body()).contains("# TYPE ");
        }
        assertThat(server.stop().out())
                .as("standard output")
                .matches("ballast: listening on http://127\\.0\\.0\\.1:\\d+, data in \\S+\n")
                .contains(server.url().toString(), launch.data().toString());
    }

    private static <T> List<T> inParallel(int times, Callable<T> act) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                running.add(threads.submit(act));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get(60, TimeUnit.SECONDS));
            }
            return results;
        }
    }
}
