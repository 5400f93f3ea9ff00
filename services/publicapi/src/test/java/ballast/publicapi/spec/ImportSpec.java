package ballast.publicapi.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.guard.ServiceFailure;
import ballast.publicapi.SizeLimits;
import ballast.virtualmachine.testing.FailingVirtualMachine;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// An import: a transaction a line in, an answer a line out.
final class ImportSpec {
    private static final String HEAD = String.join(
            "\r\n",
            "POST /v1/transactions:import HTTP/1.1",
            "Host: ledger",
            "Content-Type: application/x-ndjson",
            "Transfer-Encoding: chunked",
            "",
            "");
    private static final long PATIENCE_SECONDS = 20;

    private final RememberedLedger ledger = new RememberedLedger();

    @Test
    void everyLineIsAnsweredInItsOrder() {
        try (var server = new RunningServer(ledger);
                var connection = server.connect()) {
            var text = line(1) + "\n\n" + "{\"id\":7}\n" + line(2) + "\r\n" + "x".repeat(1_048_577) + "\n" + line(1);
            var answers = lines(connection
                    .request("POST /v1/transactions:import", "Content-Type: application/x-ndjson\r\n", text)
                    .response());
            assertThat(answers.stream().map(answer -> answer.path("line").asInt()))
                    .containsExactly(1, 3, 4, 5, 6);
            assertThat(answers.stream().map(answer -> answer.path("outcome").asText()))
                    .containsExactly("committed", "invalid", "committed", "invalid", "committed");
            assertThat(answers.get(1).path("field").asText()).isEqualTo("id");
            assertThat(answers.get(4).path("position").asText()).isEqualTo("1");
            assertThat(ledger.history().position()).isEqualTo(2);
        }
    }

    @Test
    void moreLinesThanGoIntoAGroupAreAllDone() {
        int count = 6_000;
        var text = new StringBuilder();
        for (int number = 1; number <= count; number++) {
            text.append(line(number)).append('\n');
        }
        try (var server = new RunningServer(ledger, Limits.unreadBytes(200_000), Limits.patient());
                var connection = server.connect()) {
            var sent = CompletableFuture.runAsync(() -> connection.request(
                    "POST /v1/transactions:import", "Content-Type: application/ndjson\r\n", text.toString()));
            var answers = lines(connection.response());
            sent.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
            assertThat(answers).hasSize(count);
            assertThat(answers.getLast().path("position").asInt()).isEqualTo(count);
            Eventually.holds("the import has left", () -> server.gauge("ballast.api.imports") == 0);
        }
    }

    @Test
    void aStopSaysWhereToGoOn() {
        var server = new RunningServer(ledger, SizeLimits.defaults(), Limits.patient());
        try (var connection = server.connect()) {
            connection.send(HEAD).send(chunk(line(1) + "\n"));
            assertThat(connection.receivedUntil("\"line\":1")).contains("200 OK");
            var stopped = CompletableFuture.runAsync(server::close);
            assertThat(connection.receivedUntil("from this line"))
                    .contains("\"line\":2,\"outcome\":\"stopped\",\"detail\":\"the server stops;");
            connection.shutdownOutput();
            stopped.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        }
    }

    @Test
    void aClientThatSendsNoMoreIsToldWhereToGoOn() {
        try (var server = new RunningServer(ledger, SizeLimits.defaults(), Limits.shortIdle());
                var connection = server.connect()) {
            // At once, since the time until the next line is short.
            connection.send(HEAD + chunk(line(1) + "\n" + line(2).substring(0, 10)));
            assertThat(connection.receivedUntil("from this line")).contains("\"line\":2,\"outcome\":\"stopped\"");
        }
    }

    @Test
    void aFailureEndsTheImportAndSaysWhatIsUnknown() {
        var failing = new FailingVirtualMachine(ServiceFailure.Kind.OUTCOME_UNKNOWN);
        try (var server = new RunningServer(failing);
                var connection = server.connect()) {
            connection.send(HEAD).send(chunk(line(1) + "\n{}\n"));
            assertThat(connection.receivedUntil("from this line"))
                    .contains("\"line\":1,\"outcome\":\"unknown\"", "\"line\":2,\"outcome\":\"invalid\"")
                    .contains("\"line\":1,\"outcome\":\"stopped\"");
        }
    }

    @Test
    void anythingButLinesIsRefusedBeforeItIsRead() {
        try (var server = new RunningServer(ledger);
                var connection = server.connect()) {
            connection.send(HEAD.replace("x-ndjson", "json"));
            var refused = connection.receivedUntil("expected: application/x-ndjson");
            assertThat(refused).contains("415", "application/problem+json", "connection: close");
        }
    }

    private static List<JsonNode> lines(RawResponse response) {
        assertThat(response.status()).describedAs(response.body()).isEqualTo(200);
        return response.body().lines().map(OpenApi::parsed).toList();
    }

    private static String chunk(String text) {
        return "%x\r\n%s\r\n".formatted(text.length(), text);
    }

    private static String line(int number) {
        return ("{'id':'018f4e6a-0000-7000-8000-%012d',"
                        + "'legs':[{'transfer':{'from':'a','to':'b','asset':'USD','amount':1}}]}")
                .formatted(number)
                .replace('\'', '"');
    }
}
