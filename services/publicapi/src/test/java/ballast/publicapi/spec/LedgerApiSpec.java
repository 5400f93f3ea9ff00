package ballast.publicapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `/v1`, request by request, over an empty ledger that remembers.
final class LedgerApiSpec {
    private static final String JSON = "Content-Type: application/json\r\n";

    private final RememberedLedger ledger = new RememberedLedger();
    private final RunningServer server = new RunningServer(ledger);

    /// @param field the part of the body that is wrong
    record Invalid(String body, String field, String detail) {
        @Override
        public String toString() {
            return detail;
        }
    }

    static List<Invalid> invalidTransactions() {
        var transfer = "{'id':'" + id(1) + "','legs':[{'transfer':{'from':'a','to':'b','asset':'USD','amount':%s}}]%s}";
        return List.of(
                new Invalid("", "", "the text is empty (expected: a JSON object)"),
                new Invalid("[]", "", "is an array (expected: an object)"),
                new Invalid("{", "", "no JSON at line 1, column 2"),
                new Invalid("{} x", "", "no JSON at line 1, column 5"),
                new Invalid("{} {}", "", "something follows the end, at line 1, column 5"),
                new Invalid("{}", "id", "id: is missing"),
                new Invalid(
                        "{'id':'1-1-1-1-1'}",
                        "id",
                        "id: is '1-1-1-1-1' (expected: a UUID, 8-4-4-4-12 hexadecimal digits)"),
                new Invalid("{'id':'" + id(1) + "'}", "legs", "legs: is missing"),
                new Invalid("{'id':'" + id(1) + "','legs':[]}", "legs", "legs: has 0 items (expected: 1 to 256)"),
                new Invalid(
                        "{'id':'" + id(1) + "','legs':[{}]}",
                        "legs[0]",
                        "legs[0]: has 0 members (expected: one of transfer, hold, capture, release, extend, open, "
                                + "setLimits, close, reopen, reverse)"),
                new Invalid("{'id':1,'id':2}", "id", "id: is given more than once"),
                amount(transfer, "0", "amount is 0 (at least: 1)"),
                amount(transfer, "-5", "amount is -5 (at least: 1)"),
                amount(
                        transfer,
                        "1.5",
                        "is a number with a point or an exponent (expected: an integer, or a string of its digits)"),
                amount(
                        transfer,
                        "1e3",
                        "is a number with a point or an exponent (expected: an integer, or a string of its digits)"),
                amount(
                        transfer,
                        "'+1'",
                        "is '+1' (expected: an integer of at most 39 digits, no plus, no leading zeros)"),
                amount(
                        transfer,
                        "'1e3'",
                        "is '1e3' (expected: an integer of at most 39 digits, no plus, no leading zeros)"),
                amount(transfer, "null", "is null (expected: an integer, or a string of its digits)"),
                amount(
                        transfer,
                        "170141183460469231731687303715884105728",
                        "is 170141183460469231731687303715884105728 (expected: "
                                + "-170141183460469231731687303715884105728 to 170141183460469231731687303715884105727)"),
                new Invalid(
                        transfer.formatted("1", ",'note':1"),
                        "note",
                        "note: is not known here (known: id, legs, conditions, metadata, code, effectiveTime)"),
                new Invalid(
                        transfer.formatted("1", ",'metadata':{'a b':'x'}"),
                        "metadata[0].key",
                        "metadata[0].key: key has U+0020 at place 2 (allowed: A-Z a-z 0-9 . _ : @ -)"),
                new Invalid(
                        transfer.formatted("1", ",'effectiveTime':'2026-02-30T00:00:00Z'"),
                        "effectiveTime",
                        "effectiveTime: is '2026-02-30T00:00:00Z' (expected: a time as 2026-01-31T12:00:00.000Z, "
                                + "1970 to 9999, milliseconds at most)"),
                new Invalid(
                        transfer.formatted("1", ",'conditions':[{'account':'a','asset':'USD','subject':'x'}]"),
                        "conditions[0].subject",
                        "conditions[0].subject: is 'x' (expected: one of posted, available, debitsPending, "
                                + "creditsPending, version)"),
                new Invalid(
                        "{'id':'" + id(1) + "','legs':[{'close':{'account':'a','asset':'usd'}}]}",
                        "legs[0].close.asset",
                        "legs[0].close.asset: asset has 'u' at place 1 (allowed: A-Z, then A-Z 0-9 _)"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("invalidTransactions")
    void aTransactionThatCannotBeMeantIsNamedWithTheFieldThatIsWrong(Invalid row) {
        var answer = post("/v1/transactions", row.body());
        assertThat(answer.body()).contains("\"status\":400");
        var problem = OpenApi.parsed(answer.body());
        assertThat(problem.path("detail").asText()).isEqualTo(row.detail());
        assertThat(problem.path("field").asText()).isEqualTo(row.field());
        assertThat(ledger.history().position()).isZero();
    }

    @Test
    void aTransactionIsDoneOnceAndToldTheSameWayForEver() {
        var body = transfer(1, "alice", "bob", "'1999'");
        var first = post("/v1/transactions", body);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("ballast-position")).contains("1");
        assertThat(first.header("ballast-transaction-id")).contains(id(1));
        var answer = OpenApi.parsed(first.body());
        assertThat(answer.path("outcome").asText()).isEqualTo("committed");
        assertThat(answer.at("/entries/0/after/debitsPosted").asText()).isEqualTo("1999");
        assertThat(post("/v1/transactions", body).body()).isEqualTo(first.body());
        var other = post("/v1/transactions", transfer(1, "alice", "bob", "2"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(OpenApi.parsed(other.body()).path("type").asText()).isEqualTo("urn:ballast:refusal:id_already_used");
    }

    @Test
    void whatBecameOfATransactionIsTold() {
        post("/v1/transactions", transfer(1, "alice", "bob", "5"));
        var found = get("/v1/transactions/" + id(1));
        assertThat(found.at("/transaction/outcome").asText()).isEqualTo("committed");
        assertThat(found.at("/transaction/legs/0/transfer/to").asText()).isEqualTo("bob");
        var missing = send("GET /v1/transactions/" + id(2), "", "");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(send("GET /v1/transactions/x", "", "").status()).isEqualTo(400);
    }

    @Test
    void aRefusalIsAProblemThatSaysHowToMendIt() {
        var open = "{'id':'" + id(1) + "','legs':[{'open':{'account':'alice','asset':'USD','limits':{'lower':0}}}]}";
        assertThat(post("/v1/transactions", open).status()).isEqualTo(200);
        var refused = post("/v1/transactions", transfer(2, "alice", "bob", "5"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("content-type")).contains("application/problem+json");
        var problem = OpenApi.parsed(refused.body());
        assertThat(problem.path("reason").asText()).isEqualTo("exceeds_credits");
        assertThat(problem.path("leg").asInt()).isZero();
        assertThat(problem.path("position").asText()).isEqualTo("2");
        assertThat(problem.path("detail").asText()).contains("move less, or fund it first");
        assertThat(get("/v1/transactions/" + id(2)).at("/transaction/reason").asText())
                .isEqualTo("exceeds_credits");
    }

    @Test
    void eachTransactionOfABatchHasAFateOfItsOwn() {
        var answer = post(
                "/v1/transactions:batch",
                "{'transactions':[%s,%s]}"
                        .formatted(transfer(1, "alice", "bob", "5"), transfer(1, "alice", "bob", "6")));
        assertThat(answer.status()).isEqualTo(200);
        var outcomes = OpenApi.parsed(answer.body()).path("outcomes");
        assertThat(outcomes.at("/0/outcome").asText()).isEqualTo("committed");
        assertThat(outcomes.at("/1/outcome").asText()).isEqualTo("refused");
        assertThat(outcomes.at("/1/reason").asText()).isEqualTo("id_already_used");
    }

    @Test
    void aMalformedEntrySpoilsTheBatch() {
        var answer = post(
                "/v1/transactions:batch",
                "{'transactions':[%s,%s]}".formatted(transfer(1, "a", "b", "5"), transfer(2, "a", "b", "0")));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(OpenApi.parsed(answer.body()).path("field").asText())
                .isEqualTo("transactions[1].legs[0].transfer.amount");
        assertThat(ledger.history().position()).isZero();
    }

    @Test
    void aDryRunTellsTheOutcomeAndChangesNothing() {
        var answer = OpenApi.parsed(post("/v1/transactions:dryRun", transfer(1, "alice", "bob", "5"))
                .body());
        assertThat(answer.path("position").asText()).isEqualTo("0");
        assertThat(answer.at("/result/outcome").asText()).isEqualTo("committed");
        assertThat(send("GET /v1/transactions/" + id(1), "", "").status()).isEqualTo(404);
    }

    @Test
    void accountsAreToldAsTheyStandAndAsTheyWere() {
        post("/v1/transactions", transfer(1, "alice", "bob", "5"));
        post("/v1/transactions", transfer(2, "alice", "bob", "6"));
        var now = get("/v1/accounts/alice?asset=USD").at("/accounts/0");
        assertThat(now.path("posted").asText()).isEqualTo("-11");
        assertThat(now.path("version").asText()).isEqualTo("2");
        var then = get("/v1/accounts/alice?asOfPosition=1");
        assertThat(then.path("position").asText()).isEqualTo("1");
        assertThat(then.at("/accounts/0/posted").asText()).isEqualTo("-5");
        assertThat(get("/v1/accounts/alice?asOfTime=2026-01-01T00:00:00Z&consistency=local")
                        .at("/accounts/0/posted")
                        .asText())
                .isEqualTo("-11");
        assertThat(send("GET /v1/accounts/alice?asOfPosition=3", "", "").status())
                .isEqualTo(400);
        assertThat(get("/v1/accounts?prefix=al").at("/accounts/0/account").asText())
                .isEqualTo("alice");
        assertThat(get("/v1/sums?prefix=b").at("/sums/0/posted").asText()).isEqualTo("11");
        assertThat(get("/v1/trial-balance").path("balanced").asBoolean()).isTrue();
    }

    @Test
    void aCursorLeadsThroughAListingAsOfItsFirstPage() {
        for (int number = 1; number <= 5; number++) {
            post("/v1/transactions", transfer(number, "alice", "bob", "5"));
        }
        for (var list : List.of(
                "/v1/transactions?account=alice&order=oldest&limit=2",
                "/v1/accounts/alice/entries?order=oldest&limit=2")) {
            var first = get(list);
            var next = first.path("next").asText();
            post("/v1/transactions", transfer(list.length() % 10, "alice", "bob", "5"));
            var second = get(list + "&cursor=" + next);
            assertThat(second.path("position")).isEqualTo(first.path("position"));
            var items = second.has("transactions") ? second.path("transactions") : second.path("entries");
            assertThat(items.at("/0/position").asText()).isEqualTo("3");
            var other = send("GET " + list.replace("oldest", "newest") + "&cursor=" + next, "", "");
            assertThat(other.status()).isEqualTo(400);
            assertThat(other.body()).contains("is not one of this listing");
        }
        assertThat(send("GET /v1/accounts?cursor=AAAA", "", "").body()).contains("is not one of this listing");
    }

    @Test
    void aFilterCanSayAndAndOr() {
        post("/v1/transactions", transfer(1, "alice", "bob", "5"));
        post("/v1/transactions", transfer(2, "carol", "bob", "6"));
        post("/v1/transactions", transfer(3, "dave", "bob", "7"));
        var answer = OpenApi.parsed(post(
                        "/v1/transactions:query",
                        "{'filter':{'allOf':[{'account':'bob'},{'anyOf':[{'account':'alice'},{'amount':{'from':7}}]}]},"
                                + "'order':'oldest'}")
                .body());
        assertThat(answer.path("transactions")).hasSize(2);
        assertThat(answer.at("/transactions/1/id").asText()).isEqualTo(id(3));
    }

    @Test
    void contentTypeAcceptAndMethodAreChecked() {
        var body = transfer(1, "a", "b", "1").replace('\'', '"');
        assertThat(send("POST /v1/transactions", "Content-Type: text/plain\r\n", body)
                        .status())
                .isEqualTo(415);
        assertThat(send("GET /v1/accounts", "Accept: text/html\r\n", "").status())
                .isEqualTo(406);
        assertThat(send("GET /v1/accounts", "Accept: text/html, */*;q=0.1\r\n", "")
                        .status())
                .isEqualTo(200);
        var wrong = send("DELETE /v1/transactions", "", "");
        assertThat(wrong.status()).isEqualTo(405);
        assertThat(wrong.header("allow")).contains("GET, HEAD, POST");
        assertThat(wrong.header("content-type")).contains("application/problem+json");
        assertThat(send("GET /v1/nothing", "", "").header("content-type")).contains("application/problem+json");
        assertThat(send("GET /v1/sums?asset=USD&x=1", "", "").body()).contains("unknown parameter 'x'");
    }

    private static Invalid amount(String transfer, String amount, String problem) {
        var field = "legs[0].transfer.amount";
        return new Invalid(transfer.formatted(amount, ""), field, field + ": " + problem);
    }

    private static String id(int number) {
        return "018f4e6a-0000-7000-8000-00000000000%d".formatted(number);
    }

    private static String transfer(int number, String from, String to, String amount) {
        return "{'id':'%s','legs':[{'transfer':{'from':'%s','to':'%s','asset':'USD','amount':%s}}]}"
                .formatted(id(number), from, to, amount);
    }

    private JsonNode get(String target) {
        var answer = send("GET " + target, "", "");
        assertThat(answer.status()).describedAs(answer.body()).isEqualTo(200);
        return OpenApi.parsed(answer.body());
    }

    private RawResponse post(String target, String body) {
        return send("POST " + target, JSON, body.replace('\'', '"'));
    }

    private RawResponse send(String request, String headers, String body) {
        try (var connection = server.connect()) {
            return connection.request(request, headers, body).response();
        }
    }
}
