package ballast.publicapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.virtualmachine.testing.FakeVirtualMachine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is no request is answered with a 4xx, or with nothing, and never reaches the virtual machine.
final class MalformedRequestsSpec {
    private static final SwitchedVirtualMachine LEDGER = new SwitchedVirtualMachine();
    private static final RunningServer SERVER = new RunningServer(LEDGER);
    private static final String GOOD = "POST /api/transfer?from=user1&to=user2&amount=17 HTTP/1.1\r\nHost: a\r\n";

    /// @param status 0 if the connection is closed without an answer
    record Row(String what, String bytes, int status, String answer) {
        @Override
        public String toString() {
            return what;
        }
    }

    static List<Row> rows() {
        var invalid = "error: not a valid HTTP request";
        return List.of(
                new Row(
                        "length and chunks at once",
                        GOOD + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n" + "0\r\n\r\n",
                        400,
                        invalid),
                new Row("two lengths", GOOD + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400, invalid),
                new Row("a signed length", GOOD + "Content-Length: +3\r\n\r\nabc", 400, invalid),
                new Row("a negative length", GOOD + "Content-Length: -3\r\n\r\nabc", 400, invalid),
                new Row("a length of letters", GOOD + "Content-Length: abc\r\n\r\nabc", 400, invalid),
                new Row(
                        "a coding besides chunked",
                        GOOD + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                        400,
                        "error: Transfer-Encoding is not known (expected: chunked, or none)"),
                new Row("a blank before a colon", GOOD + "Content-Length : 3\r\n\r\nabc", 400, invalid),
                new Row("a header without a colon", GOOD + "X\r\n\r\n", 400, invalid),
                new Row("a line feed alone", GOOD.replace("\r\n", "\n") + "\n", 400, invalid),
                new Row("no Host", "GET /api/balance?from=a HTTP/1.1\r\n\r\n", 400, "error: missing header 'Host'"),
                new Row(
                        "a future version",
                        "GET /api/balance?from=a HTTP/2.5\r\nHost: a\r\n\r\n",
                        400,
                        "error: HTTP version not known (expected: HTTP/1.1 or HTTP/2)"),
                new Row("no version", "GET /api/balance?from=a\r\n\r\n", 400, invalid),
                new Row(
                        "a long request line",
                        "GET /api/balance?from=" + "a".repeat(5_000) + " HTTP/1.1\r\n\r\n",
                        414,
                        "error: the request line is too long"),
                new Row(
                        "a large header",
                        GOOD + "X: " + "a".repeat(9_000) + "\r\n\r\n",
                        431,
                        "error: the headers are too large"),
                new Row(
                        "many headers",
                        GOOD + "X: a\r\n".repeat(3_000) + "\r\n",
                        431,
                        "error: the headers are too large"),
                new Row("a TLS greeting", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n", 400, invalid),
                new Row("binary zeros", "\u0000".repeat(64) + "\r\n\r\n", 400, invalid));
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void answersGarbageAsItsRowSaysAndClosesTheConnection(Row row) {
        LEDGER.switchTo(new FakeVirtualMachine());
        try (var connection = SERVER.connect()) {
            var response = connection.send(row.bytes()).response();
            assertThat(response.body()).isEqualTo(row.answer());
            assertThat(response.status()).isEqualTo(row.status());
            assertThat(LEDGER.calls()).isZero();
        }
    }

    @Test
    void aThousandDamagedRequestsGetNo5xxAndReachNothing() {
        long seed = Long.getLong("seed", 20260103);
        System.out.println("MalformedRequestsSpec: seed " + seed);
        var random = new Random(seed);
        LEDGER.switchTo(new FakeVirtualMachine());
        for (int count = 0; count < 1_000; count++) {
            var damaged = damaged(random);
            try (var connection = SERVER.connect()) {
                connection.send(damaged).shutdownOutput();
                for (int status : connection.remainingStatuses()) {
                    assertThat(status)
                            .describedAs("status of\n%s", new String(damaged, StandardCharsets.ISO_8859_1))
                            .isBetween(400, 499);
                }
            }
        }
        assertThat(LEDGER.calls()).describedAs("calls of the virtual machine").isZero();
    }

    /// A transfer that lacks its amount, so that no damage can make it whole, with a few bytes changed, cut or doubled.
    private static byte[] damaged(Random random) {
        var bytes = new StringBuilder("""
                POST /api/transfer?from=user1&to=user2 HTTP/1.1\r
                Host: ledger\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: 0\r
                \r
                """);
        for (int damage = 0; damage <= random.nextInt(5); damage++) {
            int place = random.nextInt(bytes.length());
            switch (random.nextInt(4)) {
                case 0 -> bytes.setCharAt(place, (char) random.nextInt(256));
                case 1 -> bytes.insert(place, (char) random.nextInt(256));
                case 2 -> bytes.insert(place, bytes.substring(place, Math.min(bytes.length(), place + 20)));
                default -> bytes.delete(place, Math.min(bytes.length() - 1, place + random.nextInt(8)));
            }
        }
        return bytes.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
