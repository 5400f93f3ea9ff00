package ballast.e2e.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.e2e.process.JsonAnswer;
import ballast.e2e.process.Launch;
import ballast.e2e.process.LedgerClient;
import ballast.e2e.process.Nodes;
import ballast.e2e.process.ServerProcess;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Transactions of legs as a caller of `/v1` sees them, across the death of the server.
@Timeout(120)
final class LedgerE2e {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

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
    void aRepeatOfAChainThatSucceededIsAnsweredWholeAfterKill9Too() throws Exception {
        String opening = transaction("""
                {"open":{"account":"shop","asset":"USD/2","limits":{"lower":"0"},"code":7}},
                {"transfer":{"from":"world","to":"shop","asset":"USD/2","amount":"1000"}}""");
        String chain = transaction("""
                {"transfer":{"from":"shop","to":"alice","asset":"USD/2","amount":"300"}},
                {"hold":{"from":"shop","to":"bob","asset":"USD/2","amount":"200","timeoutMillis":3600000}},
                {"transfer":{"from":"alice","to":"fees","asset":"USD/2","amount":"3"}}""");
        String refused = transaction("""
                {"transfer":{"from":"alice","to":"bob","asset":"USD/2","amount":"1"}},
                {"transfer":{"from":"shop","to":"bob","asset":"USD/2","amount":"501"}}""");
        List<JsonAnswer> first = new ArrayList<>();
        ServerProcess server = nodes.start(launch);
        try (var client = new LedgerClient(server.url())) {
            for (String transaction : List.of(opening, chain, refused)) {
                first.add(client.transact(transaction));
                assertThat(client.transact(transaction)).isEqualTo(first.getLast());
            }
        }
        assertThat(first.get(1).ok().getJsonArray("entries")).hasSize(6);
        assertThat(first.get(2).status()).isBetween(400, 499);
        assertThat(first.get(2).json().getString("reason")).isEqualTo("exceeds_credits");
        assertThat(first.get(2).json().getInteger("leg")).isOne();
        server.kill();

        server = nodes.start(launch);
        try (var client = new LedgerClient(server.url())) {
            List<JsonAnswer> again = new ArrayList<>();
            for (String transaction : List.of(opening, chain, refused)) {
                again.add(client.transact(transaction));
            }
            assertThat(again).isEqualTo(first);
            assertThat(client.transact(chain.replace("\"300\"", "\"301\""))
                            .json()
                            .getString("reason"))
                    .isEqualTo("id_already_used");
            assertThat(posted(client, "shop")).isEqualTo("700");
        }
    }

    @Test
    void aHoldExpiresOnAServerThatHasNothingElseToDo() throws Exception {
        ServerProcess server = nodes.start(launch);
        try (var client = new LedgerClient(server.url())) {
            String hold = transaction("""
                    {"hold":{"from":"alice","to":"shop","asset":"USD/2","amount":"40","timeoutMillis":300}}""");
            assertThat(client.transact(hold).array("entries").getJsonObject(0).getString("kind"))
                    .isEqualTo("debitHeld");
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            JsonArray recorded = recorded(client);
            while (recorded.size() < 2) {
                assertThat(System.nanoTime())
                        .describedAs("the hold has not expired")
                        .isLessThan(deadline);
                recorded = recorded(client);
            }
            assertThat(account(client, "alice").getString("available")).isEqualTo("0");
            JsonObject expiry = recorded.getJsonObject(1);
            assertThat(expiry.getJsonArray("legs").getJsonObject(0).fieldNames())
                    .containsExactly("expire");
            assertThat(kinds(expiry)).containsExactly("debitExpired", "creditExpired");
        }
    }

    @Test
    void eachTransactionOfABatchHasItsOwnFate() throws Exception {
        ServerProcess server = nodes.start(launch);
        try (var client = new LedgerClient(server.url())) {
            List<String> batch = new ArrayList<>();
            batch.add(transaction("""
                    {"open":{"account":"purse","asset":"USD/2","limits":{"lower":"0","upper":"100"}}}"""));
            for (int i = 0; i < 12; i++) {
                batch.add(transaction("""
                        {"transfer":{"from":"world","to":"purse","asset":"USD/2","amount":"10"}}"""));
            }
            batch.add(batch.get(1));
            JsonAnswer answer =
                    client.post("/v1/transactions:batch", "{\"transactions\":[" + String.join(",", batch) + "]}");
            JsonArray outcomes = answer.array("outcomes");
            assertThat(outcomes).hasSize(14);
            for (int i = 0; i < 11; i++) {
                assertThat(outcomes.getJsonObject(i).getString("outcome")).isEqualTo("committed");
            }
            for (int i = 11; i < 13; i++) {
                assertThat(outcomes.getJsonObject(i).getString("reason")).isEqualTo("exceeds_debits");
            }
            assertThat(outcomes.getJsonObject(13).encode())
                    .isEqualTo(outcomes.getJsonObject(1).encode());
            assertThat(posted(client, "purse")).isEqualTo("100");
        }
    }

    @Test
    void aDryRunSaysWhatWillHappenAndChangesNothing() throws Exception {
        ServerProcess server = nodes.start(launch);
        try (var client = new LedgerClient(server.url())) {
            client.transact(transaction("""
                    {"open":{"account":"shop","asset":"USD/2","limits":{"lower":"0"}}}""")).ok();
            for (String legs : List.of("""
                    {"transfer":{"from":"world","to":"shop","asset":"USD/2","amount":"5"}},
                    {"hold":{"from":"shop","to":"bob","asset":"USD/2","amount":"5"}}""", """
                    {"transfer":{"from":"shop","to":"bob","asset":"USD/2","amount":"6"}}""")) {
                String transaction = transaction(legs);
                String before = client.get("/v1/trial-balance").body();
                JsonObject said =
                        client.post("/v1/transactions:dryRun", transaction).ok().getJsonObject("result");
                JsonObject again =
                        client.post("/v1/transactions:dryRun", transaction).ok().getJsonObject("result");
                assertThat(withoutTime(again)).isEqualTo(withoutTime(said));
                assertThat(client.get("/v1/trial-balance").body()).isEqualTo(before);
                assertThat(client.get("/v1/transactions/" + said.getString("id"))
                                .status())
                        .isEqualTo(404);

                JsonObject done = client.transact(transaction).json();
                assertThat(done.getString("position")).isEqualTo(said.getString("position"));
                assertThat(done.getString("outcome")).isEqualTo(said.getString("outcome"));
                assertThat(done.getString("reason")).isEqualTo(said.getString("reason"));
                assertThat(done.getJsonArray("entries")).isEqualTo(said.getJsonArray("entries"));
            }
        }
    }

    @Test
    void aTransactionIsFoundWithWhatBecameOfIt() throws Exception {
        ServerProcess server = nodes.start(launch);
        try (var client = new LedgerClient(server.url())) {
            String transfer = transaction("""
                    {"transfer":{"from":"alice","to":"bob","asset":"USD/2","amount":"5"}}""");
            JsonObject done = client.transact(transfer).ok();
            JsonObject reversal = client.transact(
                            transaction("{\"reverse\":{\"transaction\":\"%s\"}}".formatted(done.getString("id"))))
                    .ok();
            JsonObject found =
                    client.get("/v1/transactions/" + done.getString("id")).ok().getJsonObject("transaction");
            assertThat(found.getString("reversedBy")).isEqualTo(reversal.getString("id"));
            assertThat(found.getJsonArray("legs")).isEqualTo(new JsonObject(transfer).getJsonArray("legs"));
            assertThat(found.getJsonArray("entries")).isEqualTo(done.getJsonArray("entries"));
            assertThat(posted(client, "bob")).isEqualTo("0");
            assertThat(client.get("/v1/transactions/" + UUID.randomUUID()).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void accountsMustBeOpenedWhereTheConfigurationSaysSo() throws Exception {
        ServerProcess server = nodes.start(launch.with("accounts.explicit", 1));
        try (var client = new LedgerClient(server.url())) {
            String transfer = """
                    {"transfer":{"from":"alice","to":"bob","asset":"USD/2","amount":"5"}}""";
            assertThat(client.transact(transaction(transfer)).json().getString("reason"))
                    .isEqualTo("debit_account_not_found");
            client.transact(transaction("""
                    {"open":{"account":"alice","asset":"USD/2"}},{"open":{"account":"bob","asset":"USD/2"}}""")).ok();
            client.transact(transaction(transfer)).ok();
        }
        server.kill();

        // what was recorded under one rule is replayed under that rule
        server = nodes.start(launch);
        try (var client = new LedgerClient(server.url())) {
            assertThat(client.transact(transaction("""
                    {"transfer":{"from":"carol","to":"dave","asset":"USD/2","amount":"5"}}""")).status()).isEqualTo(200);
        }
        server.stop();
        assertThat(nodes.verify(launch).code()).isZero();
    }

    @Test
    void theDescriptionOfTheInterfaceIsThatOfTheRoutes() throws Exception {
        ServerProcess server = nodes.start(launch);
        try (var client = new LedgerClient(server.url())) {
            assertThat(client.openApi().version()).startsWith("3.1");
            assertThat(client.openApi().operations())
                    .contains(
                            "get /openapi.json",
                            "get /v1/accounts",
                            "get /v1/accounts/{address}",
                            "get /v1/accounts/{address}/entries",
                            "get /v1/sums",
                            "get /v1/transactions",
                            "get /v1/transactions/{id}",
                            "get /v1/trial-balance",
                            "get /v1/watch",
                            "post /v1/transactions",
                            "post /v1/transactions:batch",
                            "post /v1/transactions:dryRun",
                            "post /v1/transactions:import",
                            "post /v1/transactions:query");
            client.transact(transaction("""
                    {"transfer":{"from":"alice","to":"bob","asset":"USD/2","amount":"5"}}""")).ok();
            for (String target : List.of(
                    "/v1/accounts?prefix=a",
                    "/v1/accounts/alice?asOfPosition=1",
                    "/v1/accounts/alice?asOfTime=2099-01-01T00:00:00.000Z",
                    "/v1/accounts/alice/entries",
                    "/v1/sums?prefix=a",
                    "/v1/transactions?account=bob",
                    "/v1/trial-balance")) {
                assertThat(client.get(target).status()).describedAs(target).isEqualTo(200);
            }
            client.post("/v1/transactions:query", "{\"filter\":{\"account\":\"bob\"}}")
                    .ok();
            assertThat(client.get("/v1/accounts/al%20ice").status()).isEqualTo(400);
            assertThat(client.get("/v1/transactions?limit=0").status()).isEqualTo(400);
            assertThat(client.transact("{").status()).isEqualTo(400);
            assertThat(client.transact(transaction("{\"transfer\":{}}")).status())
                    .isEqualTo(400);
        }
    }

    private static String transaction(String legs) {
        return "{\"id\":\"%s\",\"legs\":[%s]}".formatted(UUID.randomUUID(), legs);
    }

    private static JsonObject account(LedgerClient client, String address) throws Exception {
        return client.get("/v1/accounts/" + address).array("accounts").getJsonObject(0);
    }

    private static JsonArray recorded(LedgerClient client) throws Exception {
        return client.get("/v1/transactions?order=oldest").array("transactions");
    }

    private static String posted(LedgerClient client, String address) throws Exception {
        return account(client, address).getString("posted");
    }

    private static List<String> kinds(JsonObject transaction) {
        return transaction.getJsonArray("entries").stream()
                .map(entry -> ((JsonObject) entry).getString("kind"))
                .toList();
    }

    private static String withoutTime(JsonObject result) {
        JsonObject copy = result.copy();
        copy.remove("time");
        return copy.encode();
    }
}
