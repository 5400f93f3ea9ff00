package ballast.publicapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.virtualmachine.testing.FakeVirtualMachine;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The plain HTTP interface, request by request. Each row finds an empty ledger.
final class HttpApiSpec {
    private static final SwitchedVirtualMachine LEDGER = new SwitchedVirtualMachine();
    private static final RunningServer SERVER = new RunningServer(LEDGER);

    /// @param request method and target
    /// @param headers each ended by CRLF
    record Row(String request, String headers, String body, int status, String answer) {
        @Override
        public String toString() {
            return "%s %s%s -> %d %s".formatted(request, headers.strip(), body, status, answer);
        }
    }

    static List<Row> theSeedsRows() {
        return List.of(
                row("GET /api/balance?from=user1", 200, "0"),
                row("POST /api/transfer?from=user1&to=user2&amount=17", 200, "-17"),
                row("GET /api/balance", 400, "error: missing parameter 'from'"),
                row("POST /api/transfer", 400, "error: missing parameter 'from'"),
                row("POST /api/transfer?to=user2&amount=17", 400, "error: missing parameter 'from'"),
                row("POST /api/transfer?from=user1&amount=17", 400, "error: missing parameter 'to'"),
                row("POST /api/transfer?from=user1&to=user2", 400, "error: missing parameter 'amount'"),
                row(
                        "POST /api/transfer?from=user1&to=user2&amount=abc",
                        400,
                        "error: parameter 'amount': amount has 'a' at place 1 (allowed: 0-9)"),
                row("GET /api/transfer?from=user1&to=user2&amount=17", 405, "error: /api/transfer takes POST only"));
    }

    static List<Row> amounts() {
        var most = "170141183460469231731687303715884105727";
        return List.of(
                amount("1", 200, "-1"),
                amount("007", 200, "-7"),
                amount("9223372036854775808", 200, "-9223372036854775808"),
                amount(most, 200, "-" + most),
                amount("0", 400, "error: parameter 'amount': amount is 0 (at least: 1)"),
                amount("-1", 400, "error: parameter 'amount': amount has '-' at place 1 (allowed: 0-9)"),
                amount("%2B1", 400, "error: parameter 'amount': amount has '+' at place 1 (allowed: 0-9)"),
                amount("+1", 400, "error: parameter 'amount': amount has U+0020 at place 1 (allowed: 0-9)"),
                amount("1.5", 400, "error: parameter 'amount': amount has '.' at place 2 (allowed: 0-9)"),
                amount("1e3", 400, "error: parameter 'amount': amount has 'e' at place 2 (allowed: 0-9)"),
                amount("0x10", 400, "error: parameter 'amount': amount has 'x' at place 2 (allowed: 0-9)"),
                amount("%D9%A1", 400, "error: parameter 'amount': amount has U+0661 at place 1 (allowed: 0-9)"),
                amount(
                        "170141183460469231731687303715884105728",
                        400,
                        "error: parameter 'amount': amount is 170141183460469231731687303715884105728 (at most: %s)"
                                .formatted(most)),
                amount("1".repeat(40), 400, "error: parameter 'amount': amount has 40 digits (at most: 39)"),
                amount("", 400, "error: parameter 'amount' is empty"));
    }

    static List<Row> addresses() {
        return List.of(
                row("GET /api/balance?from=AZaz09._:@-", 200, "0"),
                row("GET /api/balance?from=%75ser1", 200, "0"),
                row("GET /api/balance?from=" + "a".repeat(64), 200, "0"),
                row(
                        "GET /api/balance?from=" + "a".repeat(65),
                        400,
                        "error: parameter 'from': address has 65 characters (at most: 64)"),
                row("GET /api/balance?from=", 400, "error: parameter 'from' is empty"),
                row("GET /api/balance?from", 400, "error: parameter 'from' is empty"),
                row(
                        "GET /api/balance?from=a%20b",
                        400, "error: parameter 'from': address has U+0020 at place 2 (allowed: A-Z a-z 0-9 . _ : @ -)"),
                row(
                        "GET /api/balance?from=a%00",
                        400, "error: parameter 'from': address has U+0000 at place 2 (allowed: A-Z a-z 0-9 . _ : @ -)"),
                row(
                        "GET /api/balance?from=user%C3%A9",
                        400, "error: parameter 'from': address has U+00E9 at place 5 (allowed: A-Z a-z 0-9 . _ : @ -)"),
                row(
                        "GET /api/balance?from=../../etc",
                        400,
                        "error: parameter 'from': address has '/' at place 3 (allowed: A-Z a-z 0-9 . _ : @ -)"));
    }

    static List<Row> malformedParameters() {
        return List.of(
                row("GET /api/balance?", 400, "error: missing parameter 'from'"),
                row("GET /api/balance?account=a", 400, "error: unknown parameter 'account' (known: from)"),
                row("GET /api/balance?From=a", 400, "error: unknown parameter 'From' (known: from)"),
                row("GET /api/balance?from=a&from=a", 400, "error: parameter 'from' is given more than once"),
                row("GET /api/balance?from=a&", 400, "error: nothing follows the last '&'"),
                row("GET /api/balance?from=a&&x=1", 400, "error: unknown parameter '' (known: from)"),
                row("GET /api/balance?from=%", 400, "error: percent-encoding is broken (expected: %XX, hexadecimal)"),
                row("GET /api/balance?from=%4", 400, "error: percent-encoding is broken (expected: %XX, hexadecimal)"),
                row("GET /api/balance?from=%4g", 400, "error: percent-encoding is broken (expected: %XX, hexadecimal)"),
                row("GET /api/balance?from=%C3", 400, "error: percent-encoding is not valid UTF-8"),
                row("GET /api/balance?from=%C0%80", 400, "error: percent-encoding is not valid UTF-8"),
                row("GET /api/balance?from=%ED%A0%80", 400, "error: percent-encoding is not valid UTF-8"),
                row("GET /api/balance?from=\u00e9", 400, "error: character U+00E9 must be percent-encoded"),
                row("GET /api/balance?%3Cscript%3E%0a=1", 400, "error: unknown parameter '<script>?' (known: from)"),
                row(
                        "GET /api/balance?" + "x".repeat(100) + "=1",
                        400,
                        "error: unknown parameter '" + "x".repeat(40) + "...' (known: from)"),
                row(
                        "POST /api/transfer?from=a&to=b&amount=1&note=x",
                        400,
                        "error: unknown parameter 'note' (known: from, to, amount)"));
    }

    static List<Row> bodies() {
        return List.of(
                form("POST /api/transfer", "from=user1&to=user2&amount=17", 200, "-17"),
                form("POST /api/transfer?from=user1", "to=user2&amount=17", 200, "-17"),
                form(
                        "POST /api/transfer?from=user1",
                        "from=user1&to=user2&amount=17",
                        400,
                        "error: parameter 'from' is given more than once"),
                form("POST /api/transfer", "from=user1&to=user2&amount=%31%37", 200, "-17"),
                form(
                        "POST /api/transfer",
                        "from=user1\n&to=user2&amount=1",
                        400,
                        "error: character U+000A must be percent-encoded"),
                new Row(
                        "POST /api/transfer",
                        "Content-Type: Application/X-WWW-Form-Urlencoded; charset=UTF-8\r\n",
                        "from=user1&to=user2&amount=17",
                        200,
                        "-17"),
                new Row(
                        "POST /api/transfer",
                        "Content-Type: application/x-www-form-urlencoded; charset=latin1\r\n",
                        "from=user1&to=user2&amount=17",
                        415,
                        "error: the body's Content-Type is not known (expected: application/x-www-form-urlencoded)"),
                new Row(
                        "POST /api/transfer",
                        "Content-Type: application/json\r\n",
                        "{\"from\":\"user1\"}",
                        415,
                        "error: the body's Content-Type is not known (expected: application/x-www-form-urlencoded)"),
                new Row(
                        "POST /api/transfer",
                        "Content-Type: application/x-www-form-urlencoded\r\nContent-Encoding: identity\r\n",
                        "from=user1&to=user2&amount=17",
                        200,
                        "-17"),
                new Row(
                        "POST /api/transfer",
                        "",
                        "from=user1&to=user2&amount=17",
                        415,
                        "error: the body's Content-Type is not known (expected: application/x-www-form-urlencoded)"),
                new Row(
                        "POST /api/transfer?from=user1&to=user2&amount=17",
                        "Content-Type: application/json\r\n",
                        "",
                        200,
                        "-17"),
                new Row(
                        "POST /api/transfer",
                        "Content-Type: application/x-www-form-urlencoded\r\nContent-Encoding: gzip\r\n",
                        "\u001f\u008b",
                        415,
                        "error: the body is compressed (expected: plain)"),
                form("GET /api/balance?from=user1", "from=user1", 400, "error: a body is not expected here"),
                form(
                        "POST /api/transfer",
                        "x".repeat(65_537),
                        413,
                        "error: the body is too large (at most: 65536 bytes)"));
    }

    static List<Row> pathsAndMethods() {
        var known =
                "error: no such path (known: /api/balance, /api/transfer, /v1/..., /openapi.json, /healthz, /readyz, /metrics)";
        return List.of(
                row("GET /", 404, known),
                row("GET /api/balance/", 404, known),
                row("GET /api//balance?from=a", 404, known),
                row("GET /api/../api/balance?from=a", 404, known),
                row("GET /API/balance?from=a", 404, known),
                row("GET /api/b%61lance?from=a", 404, known),
                row("POST /v2/transfers", 404, known),
                row("OPTIONS *", 404, known),
                row("GET http://ledger/api/balance?from=a", 200, "0"),
                row("GET http://ledger", 404, known),
                row("POST /api/balance?from=a", 405, "error: /api/balance takes GET, HEAD only"),
                row("PUT /api/transfer?from=a&to=b&amount=1", 405, "error: /api/transfer takes POST only"),
                row("DELETE /healthz", 405, "error: /healthz takes GET, HEAD only"),
                row("get /api/balance?from=a", 405, "error: /api/balance takes GET, HEAD only"),
                row("GET /healthz", 200, "ok"),
                row("GET /readyz", 200, "ready"),
                row("GET /metrics", 200, "metrics_page 1\n"));
    }

    static List<Row> headers() {
        var key = "POST /api/transfer?from=a&to=b&amount=1";
        var noUuid = "error: parameter 'Idempotency-Key': '%s' is no UUID (expected: 8-4-4-4-12 hexadecimal digits)";
        return List.of(
                new Row(key, "Idempotency-Key: 8e03978e-40d5-43dd-bc93-6894a57f9324\r\n", "", 200, "-1"),
                new Row(key, "Idempotency-Key: 8E03978E-40D5-43DD-BC93-6894A57F9324\r\n", "", 200, "-1"),
                new Row(key, "Idempotency-Key: \"8e03978e-40d5-43dd-bc93-6894a57f9324\"\r\n", "", 200, "-1"),
                new Row(key, "Idempotency-Key: 1-1-1-1-1\r\n", "", 400, noUuid.formatted("1-1-1-1-1")),
                new Row(key, "Idempotency-Key: \"order\r\n", "", 400, noUuid.formatted("\"order")),
                new Row(key, "Idempotency-Key: order 7\r\n", "", 400, noUuid.formatted("order 7")),
                new Row(key, "Idempotency-Key:\r\n", "", 400, noUuid.formatted("")),
                new Row(key, "Idempotency-Key: \"\r\n", "", 400, noUuid.formatted("\"")),
                new Row(
                        key,
                        "Idempotency-Key: 8e03978e-40d5-43dd-bc93-6894a57f9324\r\n".repeat(2),
                        "",
                        400,
                        "error: header 'Idempotency-Key' is given more than once"),
                new Row(key, "Expect: 200-ok\r\n", "", 417, "error: only 'Expect: 100-continue' is understood"),
                new Row(key, "Upgrade: websocket\r\nConnection: Upgrade\r\n", "", 200, "-1"));
    }

    @BeforeAll
    static void start() {
        assertThat(SERVER.port()).isPositive();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @MethodSource({"theSeedsRows", "amounts", "addresses", "malformedParameters", "bodies", "pathsAndMethods", "headers"
    })
    void answersEachRequestAsItsRowSays(Row row) {
        LEDGER.switchTo(new FakeVirtualMachine());
        try (var connection = SERVER.connect()) {
            var response =
                    connection.request(row.request(), row.headers(), row.body()).response();
            assertThat(response.body()).isEqualTo(row.answer());
            assertThat(response.status()).isEqualTo(row.status());
            assertThat(response.header("x-content-type-options")).contains("nosniff");
            assertThat(response.header("cache-control")).contains("no-store");
            assertThat(response.header("content-type").orElseThrow()).startsWith("text/plain; ");
            assertThat(LEDGER.calls())
                    .describedAs("calls of the virtual machine")
                    .isEqualTo(row.status() == 200 && row.request().contains("/api/") ? 1 : 0);
        }
    }

    private static Row row(String request, int status, String answer) {
        return new Row(request, "", "", status, answer);
    }

    private static Row amount(String amount, int status, String answer) {
        return row("POST /api/transfer?from=user1&to=user2&amount=" + amount, status, answer);
    }

    private static Row form(String request, String body, int status, String answer) {
        return new Row(request, "Content-Type: application/x-www-form-urlencoded\r\n", body, status, answer);
    }
}
