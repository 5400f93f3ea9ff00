package ballast.publicapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.types.history.v1.ListAccountsRequest;
import ballast.types.history.v1.SumBalancesRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Requests drawn from the document for programs, right ones and spoilt ones, to every route: none is answered
/// with a 5xx, each answer is as the document says, and what is refused changes nothing.
///
/// Every response is compared with the document where it is read, in [RawConnection].
final class FuzzSpec {
    private static final int ROUNDS = 120;
    /// Refusals are the rarest: 56 in the mean, with a deviation of 7. This is more than six of those below.
    private static final int SEEN_MIN = ROUNDS / 10;
    private static final String URN_REFUSAL = "urn:ballast:refusal:";

    private final long seed = Long.getLong("ballast.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);
    private final RandomValues values = new RandomValues(random);
    private final RememberedLedger ledger = new RememberedLedger();
    private int refused;
    private int invalid;
    private int done;

    private record Operation(String method, String path, JsonNode described) {}

    @Test
    void noRequestBreaksAnything() {
        try (var server = new RunningServer(ledger)) {
            for (int round = 0; round < ROUNDS; round++) {
                for (var operation : operations()) {
                    one(server, operation);
                }
            }
        } catch (AssertionError e) {
            throw new AssertionError("with -Dballast.seed=%d: %s".formatted(seed, e.getMessage()), e);
        }
        assertThat(List.of(refused, invalid, done))
                .describedAs("refused, invalid, done, with -Dballast.seed=%d".formatted(seed))
                .allMatch(count -> count > SEEN_MIN);
    }

    private static List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        OpenApi.DOCUMENT
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (!method.getKey().equals("parameters")) {
                        operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()));
                    }
                }));
        return operations;
    }

    private void one(RunningServer server, Operation operation) {
        boolean spoils = random.nextBoolean();
        var target = path(operation, spoils) + query(operation, spoils);
        // A stream without an end has a spec of its own.
        if (operation.path().equals("/v1/watch")) {
            target = "/v1/watch?from=x" + random.nextInt();
        }
        // One character a byte, as a connection sends them.
        var body = new String(body(operation, spoils).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        var before = state();
        RawResponse answer;
        try (var connection = server.connect()) {
            answer = connection
                    .request(operation.method() + " " + target, headers(operation, spoils, body), body)
                    .response();
        }
        var told = "%s %s %s -> %d %s".formatted(operation.method(), target, body, answer.status(), answer.body());
        assertThat(answer.status()).describedAs(told).isLessThan(500);
        boolean mayChange = answer.status() == 200
                && operation.method().equals("POST")
                && !operation.path().endsWith(":dryRun")
                && !operation.path().endsWith(":query");
        if (!mayChange) {
            assertThat(state()).describedAs(told).isEqualTo(before);
        }
        count(answer);
    }

    private void count(RawResponse answer) {
        if (answer.status() == 200) {
            done++;
        } else if (answer.body().contains(URN_REFUSAL)) {
            refused++;
        } else {
            invalid++;
        }
    }

    private String path(Operation operation, boolean spoils) {
        var path = operation.path();
        for (var parameter : OpenApi.DOCUMENT.path("paths").path(path).path("parameters")) {
            boolean odd = spoils && random.nextInt(4) == 0;
            var value = odd
                    ? values.odd().asText("%")
                    : values.of(parameter.path("schema")).asText();
            path = path.replace("{%s}".formatted(parameter.path("name").asText()), encoded(value));
        }
        return path;
    }

    private String query(Operation operation, boolean spoils) {
        var query = new ArrayList<String>();
        for (var parameter : operation.described().path("parameters")) {
            if (parameter.path("in").asText().equals("query") && random.nextInt(5) == 0) {
                boolean odd = spoils && random.nextInt(3) == 0;
                var value = odd
                        ? values.odd().asText()
                        : values.of(parameter.path("schema")).asText();
                query.add(parameter.path("name").asText() + "=" + encoded(value));
            }
        }
        if (spoils && random.nextInt(10) == 0) {
            query.add(List.of("x=1", "limit=%", "&", "limit", "asset=USD&asset=USD")
                    .get(random.nextInt(5)));
        }
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }

    private String body(Operation operation, boolean spoils) {
        var content = operation.described().at("/requestBody/content");
        if (content.has("application/x-ndjson")) {
            var lines = new ArrayList<String>();
            for (int line = random.nextInt(4); line >= 0; line--) {
                lines.add(text(OpenApi.DOCUMENT.at("/components/schemas/TransactionIn"), spoils));
            }
            return String.join("\n", lines);
        }
        return content.isMissingNode() ? "" : text(content.at("/application~1json/schema"), spoils);
    }

    private String text(JsonNode schema, boolean spoils) {
        var value = values.of(schema);
        var text = (spoils ? values.spoilt(value) : value).toString();
        return switch (spoils ? random.nextInt(12) : 11) {
            case 0 -> text.substring(0, random.nextInt(text.length() + 1));
            case 1 -> text + "x";
            case 2 -> text.replaceFirst("\"legs\"", "\"id\"");
            case 3 -> "[".repeat(100);
            default -> text;
        };
    }

    private String headers(Operation operation, boolean spoils, String body) {
        var type = operation.path().endsWith(":import") ? "application/x-ndjson" : "application/json";
        var headers = body.isEmpty() ? "" : "Content-Type: %s\r\n".formatted(type);
        return switch (spoils ? random.nextInt(16) : 15) {
            case 0 -> "Content-Type: text/plain\r\n";
            case 1 -> headers + "Accept: image/png\r\n";
            case 2 -> headers + "Expect: wonders\r\n";
            case 3 -> headers + "Content-Encoding: gzip\r\n";
            default -> headers;
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// Every counter of every account.
    private String state() {
        var accounts = ledger.history()
                .listAccounts(ListAccountsRequest.newBuilder().setLimit(1_000).build())
                .toCompletableFuture()
                .join();
        var sums = ledger.history()
                .sumBalances(SumBalancesRequest.getDefaultInstance())
                .toCompletableFuture()
                .join();
        return accounts.getAccountsList() + "" + sums.getSumsList();
    }
}
