package ballast.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class StressRunTest {
    private static final int TRANSACTIONS = 1_200;
    private static final int USERS = 20;
    private static final int CONCURRENCY = 16;

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);

    /// Two of the 1,200 transfers go wrong where a server goes wrong with every 500th.
    @ParameterizedTest
    @CsvSource(textBlock = """
            # what the server does,             passes, ack.,  refused, unknown, answers wrong, money made, balances off
            RIGHT,                              true,   1200,   0,       0,       none,          none,       none
            RIGHT_WITHOUT_HEADERS,              true,   1200,   0,       0,       none,          none,       none
            SHEDS_LOAD,                         true,   1200,   0,       0,       none,          none,       none
            DROPS_CONNECTIONS_AFTER_APPLYING,   true,   1200,   0,       0,       none,          none,       none
            LOSES_A_TRANSFER,                   false,  1200,   0,       0,       some,          none,       some
            DOUBLES_A_TRANSFER,                 false,  1200,   0,       0,       some,          none,       some
            FORGETS_THE_RECEIVER,               false,  1200,   0,       0,       some,          some,       some
            DROPS_CONNECTIONS_AND_FORGETS_KEYS, false,  1200,   0,       0,       some,          none,       some
            ANSWERS_ONE_TRANSFER_WRONG,         false,  1200,   0,       0,       some,          none,       none
            REPEATS_A_POSITION,                 false,  1200,   0,       0,       some,          none,       none
            ANSWERS_ONE_BALANCE_WRONG,          false,  1200,   0,       0,       none,          some,       some
            REFUSES_A_TRANSFER,                 false,  1198,   2,       0,       none,          none,       none
            TALKS_NONSENSE,                     false,  1198,   0,       2,       none,          none,       none
            """)
    void knowsARightServerFromAWrongOne(
            Behaviour behaviour,
            boolean passes,
            long acknowledged,
            long refused,
            long unknown,
            String answersWrong,
            String moneyMade,
            String balancesOff)
            throws Exception {
        try (var server = new AccountServer(behaviour)) {
            StressResult result = StressRun.measure(seeded(server.url()), out);

            assertThat(result.passed())
                    .as(text.toString(StandardCharsets.UTF_8))
                    .isEqualTo(passes);
            assertThat(result.counts().acknowledged()).isEqualTo(acknowledged);
            assertThat(result.counts().refused()).isEqualTo(refused);
            assertThat(result.counts().unknown()).isEqualTo(unknown);
            assertThat(result.counts().wrongAnswers() > 0).isEqualTo(answersWrong.equals("some"));
            assertThat(result.sum().signum() != 0).isEqualTo(moneyMade.equals("some"));
            assertThat(result.differences().isEmpty()).isEqualTo(balancesOff.equals("none"));
        }
    }

    @Test
    void comparesOnlyWhatItMovedItself() throws Exception {
        try (var server = new AccountServer(Behaviour.RIGHT)) {
            assertThat(StressRun.run(seeded(server.url()), out)).isZero();
            assertThat(StressRun.run(seeded(server.url()), out)).isZero();
        }
    }

    @Test
    void mixesTransfersAndReads() throws Exception {
        try (var server = new AccountServer(Behaviour.RIGHT)) {
            StressResult result = StressRun.measure(mixed(server.url()), out);

            assertThat(result.passed())
                    .as(text.toString(StandardCharsets.UTF_8))
                    .isTrue();
            assertThat(result.counts().acknowledged()).isPositive();
            long readsOfTheLoad = result.counts().balancesRead() - 2 * USERS;
            assertThat(readsOfTheLoad)
                    .isBetween(
                            result.counts().acknowledged() - CONCURRENCY,
                            result.counts().acknowledged());
            assertThat(result.counts().requests()).isEqualTo(result.counts().acknowledged() + readsOfTheLoad);
        }
    }

    @ParameterizedTest
    @CsvSource({"LOSES_A_TRANSFER", "FORGETS_THE_RECEIVER"})
    void findsTheSameFaultsInAMixedRun(Behaviour behaviour) throws Exception {
        // A run ends with its time, however few transfers were made by then.
        try (var server = new AccountServer(behaviour, 5)) {
            assertThat(StressRun.run(mixed(server.url()), out)).isEqualTo(1);
        }
    }

    @Test
    void reportsTransfersWhoseOutcomeStaysUnknownAndFails() throws Exception {
        try (var server = new AccountServer(Behaviour.STOPS_TAKING_TRANSFERS)) {
            var few = new StressOptions(
                    server.url(),
                    StressOptions.Mode.SEEDED,
                    AccountServer.EACH + 5,
                    USERS,
                    CONCURRENCY,
                    42,
                    1,
                    "stress");
            StressResult result = StressRun.measure(few, out);

            assertThat(result.passed()).isFalse();
            assertThat(result.counts().unknown()).isEqualTo(6);
            assertThat(result.counts().repeats()).isEqualTo(6 * (LedgerClient.ATTEMPTS_MAX - 1));
            assertThat(result.troubles()).allMatch(trouble -> trouble.contains("503 error: stopping"));
        }
    }

    @Test
    void failsAtOnceWhereNoBalanceCanBeRead() throws Exception {
        try (var server = new AccountServer(Behaviour.HIDES_BALANCES)) {
            StressResult result = StressRun.measure(seeded(server.url()), out);

            assertThat(result.passed()).isFalse();
            assertThat(result.counts().requests()).isZero();
            assertThat(result.counts().balancesFailed()).isEqualTo(USERS);
        }
    }

    @Test
    void failsWhereNobodyListens() throws Exception {
        // Bound, so that nobody else can be there, and not listening.
        try (var nobody = new Socket()) {
            nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            URI url = URI.create("http://127.0.0.1:" + nobody.getLocalPort());
            var one = new StressOptions(url, StressOptions.Mode.SEEDED, 1, 1, 1, 42, 1, "stress");

            assertThat(StressRun.run(one, out)).isEqualTo(1);
            assertThat(text.toString(StandardCharsets.UTF_8))
                    .contains("not read: ")
                    .endsWith("FAILED\n");
        }
    }

    @Test
    void printsWhatItFound() throws Exception {
        try (var server = new AccountServer(Behaviour.RIGHT)) {
            StressRun.run(seeded(server.url()), out);

            assertThat(text.toString(StandardCharsets.UTF_8))
                    .startsWith(
                            "stress: 1200 transfers between 20 users over 16 connections, seed 42, at " + server.url())
                    .contains("transfers: 1200 acknowledged, 0 refused, 0 unknown; 0 requests repeated\n")
                    .contains("ledger: 40 balances read, 0 failed, 0 answers wrong, 0 balances differ, sum 0\n")
                    .endsWith("100 %\n" + lastLines(3) + "PASSED: every balance is right to the last unit\n");
        }
    }

    private String lastLines(int count) {
        String[] lines = text.toString(StandardCharsets.UTF_8).split("\n", -1);
        int end = lines.length - 2;
        return String.join("\n", List.of(lines).subList(end - count, end)) + "\n";
    }

    private static StressOptions seeded(URI url) {
        return new StressOptions(url, StressOptions.Mode.SEEDED, TRANSACTIONS, USERS, CONCURRENCY, 42, 1, "stress");
    }

    private static StressOptions mixed(URI url) {
        return new StressOptions(url, StressOptions.Mode.MIXED, 1, USERS, CONCURRENCY, 42, 1, "stress");
    }
}
