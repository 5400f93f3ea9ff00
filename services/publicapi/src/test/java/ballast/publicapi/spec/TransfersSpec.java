package ballast.publicapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.virtualmachine.testing.FakeVirtualMachine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Requests that follow one another on a connection.
final class TransfersSpec {
    private static final String KEY = "Idempotency-Key: 8e03978e-40d5-43dd-bc93-6894a57f9324\r\n";

    private static final SwitchedVirtualMachine LEDGER = new SwitchedVirtualMachine();
    private static final RunningServer SERVER = new RunningServer(LEDGER);

    private final RawConnection connection = SERVER.connect();

    @BeforeEach
    void emptyTheLedger() {
        LEDGER.switchTo(new FakeVirtualMachine());
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void aTransferIsSeenByBothItsAccounts() {
        assertThat(transfer("user1", "user2", "17", "").body()).isEqualTo("-17");
        assertThat(transfer("user2", "user3", "20", "").body()).isEqualTo("-3");
        assertThat(balance("user1").body()).isEqualTo("-17");
        assertThat(balance("user2").body()).isEqualTo("-3");
        assertThat(balance("user3").body()).isEqualTo("20");
    }

    @Test
    void everyAnswerSaysItsPosition() {
        assertThat(balance("user1").header("ballast-position")).contains("0");
        assertThat(transfer("user1", "user2", "1", "").header("ballast-position"))
                .contains("1");
        assertThat(transfer("user1", "user2", "1", "").header("ballast-position"))
                .contains("2");
        assertThat(balance("user1").header("ballast-position")).contains("2");
    }

    @Test
    void aTransferWithoutAKeyIsGivenAnIdOfItsOwn() {
        var first = transfer("user1", "user2", "1", "")
                .header("ballast-transaction-id")
                .orElseThrow();
        var second = transfer("user1", "user2", "1", "")
                .header("ballast-transaction-id")
                .orElseThrow();
        assertThat(first).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void aTransferToOneselfAnswersTheBalanceAndItsRepeatTheFirstAnswer() {
        try (var server = new RunningServer(new RememberedLedger());
                var remembered = server.connect()) {
            var first = transferOn(remembered, "user1", "user1", KEY);
            assertThat(first.body()).isEqualTo("0");
            assertThat(transferOn(remembered, "user1", "user2", "").body()).isEqualTo("-17");
            assertThat(transferOn(remembered, "user1", "user1", KEY)).isEqualTo(first);
            assertThat(transferOn(remembered, "user1", "user1", "").body()).isEqualTo("-17");
        }
    }

    @Test
    void aTransferToOneselfWhoseBalanceHistoryDoesNotSayLeavesItsOutcomeUnknown() {
        assertThat(transferOn(connection, "user1", "user1", KEY).status()).isEqualTo(504);
    }

    @Test
    void aRepeatWithItsKeyMovesNothingAndGetsTheFirstAnswer() {
        var first = transfer("user1", "user2", "17", KEY);
        transfer("user1", "user2", "3", "");
        var repeat = transfer("user1", "user2", "17", KEY);
        assertThat(repeat).isEqualTo(first);
        assertThat(first.header("ballast-transaction-id")).contains("8e03978e-40d5-43dd-bc93-6894a57f9324");
        assertThat(balance("user1").body()).isEqualTo("-20");
    }

    @Test
    void theIdThatAnAnswerNamesIsTheKeyOfARepeat() {
        var first = transfer("user1", "user2", "17", "");
        var key = "Idempotency-Key: %s\r\n"
                .formatted(first.header("ballast-transaction-id").orElseThrow());
        assertThat(transfer("user1", "user2", "17", key)).isEqualTo(first);
        assertThat(balance("user1").body()).isEqualTo("-17");
    }

    @Test
    void aKeyThatBelongsToAnotherTransferIsRefused() {
        transfer("user1", "user2", "17", KEY);
        var other = transfer("user1", "user2", "18", KEY);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body())
                .isEqualTo(
                        "error: this Idempotency-Key belongs to another transfer; use a new UUID for a new transfer");
        assertThat(other.header("ballast-position")).contains("1");
        assertThat(balance("user1").body()).isEqualTo("-17");
    }

    @Test
    void aBalanceThatWouldPassItsRangeIsRefused() {
        transfer("user1", "user2", "170141183460469231731687303715884105727", "");
        var sender = transfer("user1", "user3", "1", "");
        assertThat(sender.status()).isEqualTo(422);
        assertThat(sender.body()).isEqualTo("error: the sender's balance would fall below -(2^127 - 1); transfer less");
        assertThat(sender.header("ballast-position")).contains("2");
        var receiver = transfer("user4", "user2", "1", "");
        assertThat(receiver.status()).isEqualTo(422);
        assertThat(receiver.body())
                .isEqualTo("error: the receiver's balance would rise above 2^127 - 1; transfer less");
        assertThat(balance("user4").body()).isEqualTo("0");
    }

    @Test
    void requestsThatArriveTogetherAreAnsweredInOrder() {
        connection.send("""
                POST /api/transfer?from=a&to=b&amount=1 HTTP/1.1\r
                Host: ledger\r
                \r
                POST /api/transfer HTTP/1.1\r
                Host: ledger\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: 20\r
                \r
                from=a&to=b&amount=2GET /api/balance?from=a HTTP/1.1\r
                Host: ledger\r
                \r
                GET /nowhere HTTP/1.1\r
                Host: ledger\r
                \r
                """);
        assertThat(connection.response().body()).isEqualTo("-1");
        assertThat(connection.response().body()).isEqualTo("-3");
        assertThat(connection.response().body()).isEqualTo("-3");
        assertThat(connection.response().status()).isEqualTo(404);
    }

    @Test
    void aRefusedRequestLeavesTheConnectionUsable() {
        assertThat(transfer("user1", "user2", "0", "").status()).isEqualTo(400);
        connection.request("DELETE /api/transfer", "", "from=a&to=b");
        assertThat(connection.response().header("allow")).contains("POST");
        assertThat(connection.isClosedByServer())
                .describedAs("closed because the body of a refused method was not read")
                .isTrue();
    }

    @Test
    void aHeadRequestIsAnsweredLikeAGetWithoutItsBody() {
        transfer("user1", "user2", "17", "");
        connection.request("HEAD /api/balance?from=user1", "", "");
        var head = connection.responseToHead();
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("content-length")).contains("3");
        assertThat(balance("user1").body()).isEqualTo("-17");
    }

    @Test
    void aClientThatWaitsWithItsBodyIsToldToSendIt() {
        connection.send("""
                POST /api/transfer HTTP/1.1\r
                Host: ledger\r
                Expect: 100-continue\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: 20\r
                \r
                """);
        assertThat(connection.response().status()).isEqualTo(100);
        connection.send("from=a&to=b&amount=2");
        assertThat(connection.response().body()).isEqualTo("-2");
    }

    @Test
    void aClientThatWaitsWithABodyTooLargeIsToldAtOnce() {
        connection.send("""
                POST /api/transfer HTTP/1.1\r
                Host: ledger\r
                Expect: 100-continue\r
                Content-Length: 65537\r
                \r
                """);
        assertThat(connection.response().status()).isEqualTo(413);
    }

    @Test
    void aChunkedBodyCountsLikeAnyOther() {
        connection.send("""
                POST /api/transfer HTTP/1.1\r
                Host: ledger\r
                Content-Type: application/x-www-form-urlencoded\r
                Transfer-Encoding: chunked\r
                \r
                a\r
                from=a&to=\r
                a\r
                b&amount=2\r
                0\r
                \r
                """);
        assertThat(connection.response().body()).isEqualTo("-2");
    }

    private RawResponse transfer(String from, String to, String amount, String headers) {
        return connection
                .request("POST /api/transfer?from=%s&to=%s&amount=%s".formatted(from, to, amount), headers, "")
                .response();
    }

    private RawResponse balance(String account) {
        return connection.request("GET /api/balance?from=" + account, "", "").response();
    }

    private static RawResponse transferOn(RawConnection on, String from, String to, String headers) {
        return on.request("POST /api/transfer?from=%s&to=%s&amount=17".formatted(from, to), headers, "")
                .response();
    }
}
