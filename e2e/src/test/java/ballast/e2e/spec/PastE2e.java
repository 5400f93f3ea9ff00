package ballast.e2e.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.e2e.history.TransactionHistory;
import ballast.e2e.history.TransactionRecord;
import ballast.e2e.process.GrpcLedger;
import ballast.e2e.process.Launch;
import ballast.e2e.process.LedgerClient;
import ballast.e2e.process.Nodes;
import ballast.e2e.process.Seed;
import ballast.e2e.process.ServerProcess;
import ballast.simulation.ledger.AccountName;
import ballast.simulation.ledger.LedgerModel;
import ballast.simulation.ledger.Past;
import ballast.simulation.ledger.Workload;
import ballast.types.history.v1.AccountBalances;
import ballast.types.history.v1.AsOf;
import ballast.types.history.v1.ReadBalancesRequest;
import ballast.types.history.v1.SumBalancesRequest;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.RecordedTransaction;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The past of a running ledger, asked about at random moments, is what adding up all of its history gives.
@Timeout(300)
final class PastE2e {
    private static final int BLOCKS = 60;
    private static final int QUESTIONS = 300;
    private static final List<String> PREFIXES = List.of("", "h", "hot:", "cold:1", "door:2", "nobody", "brim:0:1");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder = Path.of("");

    @RegisterExtension
    private final Nodes nodes = new Nodes();

    private final long seed = Seed.of(PastE2e.class);
    private final SplittableRandom random = new SplittableRandom(seed);

    @Test
    void balancesAndSumsAtRandomMomentsAreWhatHistoryAddsUpTo() throws Exception {
        ServerProcess server = nodes.start(Launch.on(folder.resolve("data")));
        try (var ledger = new GrpcLedger(server.url())) {
            List<TransactionRecord> answers = write(ledger);
            List<RecordedTransaction> recorded = ledger.recorded();
            assertThat(TransactionHistory.violations(recorded, answers)).isEmpty();
            currentAccountsAreTheModels(ledger, recorded);
            for (int i = 0; i < QUESTIONS; i++) {
                ask(ledger, recorded);
            }
        }
    }

    @Test
    void aCursorSurvivesARestart() throws Exception {
        Launch launch = Launch.on(folder.resolve("data"));
        ServerProcess server = nodes.start(launch);
        List<String> positions = new ArrayList<>();
        String next = "";
        try (var ledger = new GrpcLedger(server.url());
                var client = new LedgerClient(server.url())) {
            write(ledger);
            JsonObject page = client.get("/v1/transactions?limit=50").ok();
            positions.addAll(positions(page));
            next = page.getString("next");
        }
        server.kill();

        server = nodes.start(launch);
        try (var ledger = new GrpcLedger(server.url());
                var client = new LedgerClient(server.url())) {
            // what comes later is no part of the listing that has begun
            write(ledger);
            while (next != null) {
                JsonObject page =
                        client.get("/v1/transactions?limit=50&cursor=" + next).ok();
                positions.addAll(positions(page));
                next = page.getString("next");
            }
        }
        List<String> expected = new ArrayList<>();
        for (long position = Long.parseLong(positions.getFirst()); position > 0; position--) {
            expected.add(Long.toString(position));
        }
        assertThat(positions).isEqualTo(expected);
    }

    private List<TransactionRecord> write(GrpcLedger ledger) throws IOException, InterruptedException {
        var workload = Workload.ofCallers(random.nextLong());
        List<TransactionRecord> answers = new ArrayList<>();
        for (int i = 0; i < BLOCKS; i++) {
            var block = workload.next();
            long invoked = System.nanoTime();
            List<Outcome> outcomes = ledger.transactBatch(block.transactions());
            long returned = System.nanoTime();
            workload.learn(block, outcomes);
            for (int j = 0; j < outcomes.size(); j++) {
                if (outcomes.get(j).getPosition() != 0) {
                    answers.add(new TransactionRecord(block.transactions().get(j), outcomes.get(j), invoked, returned));
                }
            }
        }
        return answers;
    }

    /// Accounts are read while time goes on: when a hold has expired meanwhile, the record is read again.
    private static void currentAccountsAreTheModels(GrpcLedger ledger, List<RecordedTransaction> first)
            throws IOException, InterruptedException {
        List<RecordedTransaction> recorded = first;
        LedgerModel model = TransactionHistory.replayed(recorded);
        for (String address :
                model.names().stream().map(AccountName::address).distinct().toList()) {
            var answer = ledger.account(address);
            while (answer.getPosition() != recorded.size()) {
                recorded = ledger.recorded();
                model = TransactionHistory.replayed(recorded);
                answer = ledger.account(address);
            }
            assertThat(answer.getAccountsList()).describedAs(address).isEqualTo(model.accounts(address));
        }
    }

    private void ask(GrpcLedger ledger, List<RecordedTransaction> recorded) throws IOException, InterruptedException {
        AsOf moment = moment(recorded);
        List<AccountBalances> expected = new Past(recorded).balances(moment);
        String asked = "-Dballast.seed=%d: %s".formatted(seed, moment);
        String prefix = PREFIXES.get(random.nextInt(PREFIXES.size()));
        var sums = ledger.sums(SumBalancesRequest.newBuilder()
                .setPrefix(prefix)
                .setAsOf(moment)
                .build());
        assertThat(sums.getSumsList())
                .describedAs("sums of '%s', %s", prefix, asked)
                .isEqualTo(new Past(recorded).sums(prefix, moment));
        if (!expected.isEmpty()) {
            String address = expected.get(random.nextInt(expected.size())).getAccount();
            var balances = ledger.balances(ReadBalancesRequest.newBuilder()
                    .setAccount(address)
                    .setAsOf(moment)
                    .build());
            assertThat(balances.getAccountsList())
                    .describedAs("%s, %s", address, asked)
                    .isEqualTo(expected.stream()
                            .filter(account -> account.getAccount().equals(address))
                            .toList());
        }
    }

    /// A moment of which all is known: at the last time, and after it, more may be recorded still.
    private AsOf moment(List<RecordedTransaction> recorded) {
        RecordedTransaction one = recorded.get(random.nextInt(recorded.size()));
        long beside = random.nextLong(-2, 3);
        long last = recorded.getLast().getOutcome().getTimeMillis() - 1;
        var moment = AsOf.newBuilder();
        return switch (random.nextInt(3)) {
            case 0 -> moment.setPosition(one.getOutcome().getPosition()).build();
            case 1 ->
                moment.setCommittedMillis(Math.min(one.getOutcome().getTimeMillis() + beside, last))
                        .build();
            default -> {
                long effective = one.getTransaction().hasEffectiveTimeMillis()
                        ? one.getTransaction().getEffectiveTimeMillis()
                        : one.getOutcome().getTimeMillis();
                yield moment.setEffectiveMillis(Math.max(0, Math.min(effective + beside, last)))
                        .build();
            }
        };
    }

    private static List<String> positions(JsonObject page) {
        JsonArray transactions = page.getJsonArray("transactions");
        return transactions.stream()
                .map(each -> ((JsonObject) each).getString("position"))
                .toList();
    }
}
