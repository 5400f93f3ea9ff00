package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.client.testing.ServerInMemory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The commands against the real public interface.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class CommandsSpec {
    private static final String ID = "0190a000-0000-7000-8000-0000000000%02d";

    @TempDir
    Path folder;

    private final ServerInMemory server = new ServerInMemory();

    private record Run(int status, String out, String err) {}

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void transfersAndShows() {
        var id = ID.formatted(1);
        var transfer = run("transfer", "alice", "bob", "1250", "EUR/2", "--id", id, "--metadata", "order=4711");
        assertThat(transfer.status()).isZero();
        assertThat(transfer.out()).startsWith("committed at position 1").contains("debit", "credit", "1250");
        assertThat(run("transfer", "alice", "bob", "1250", "EUR/2", "--id", id, "--metadata", "order=4711"))
                .isEqualTo(transfer);
        assertThat(run("balance", "bob").out().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "ACCOUNT ASSET POSTED AVAILABLE DEBITS HELD CREDITS HELD VERSION",
                        "bob EUR/2 1250 1250 0 0 1",
                        "as of position 1");
        assertThat(run("balance", "bob", "EUR/2", "--as-of-position", "1", "--json")
                        .out())
                .startsWith("{\"position\":\"1\",\"account\":\"bob\",\"asset\":\"EUR/2\"");
        assertThat(run("account", "bob", "EUR/2").out()).contains("used");
        assertThat(run("account", "b", "--prefix").out()).contains("bob").doesNotContain("alice");
        assertThat(run("history", "bob").out()).contains("order=4711", id);
        assertThat(run("history", "bob", "--json").out()).startsWith("{\"position\":\"1\"");
        assertThat(run("history", "--id", id).out()).startsWith("committed at position 1");
        assertThat(run("watch", "--limit", "1").out()).contains("2 entries", "order=4711");
        assertThat(run("watch", "--limit", "1", "--json").out()).startsWith("{\"id\":\"" + id);
    }

    @Test
    void aRefusalIsShownAndIsNoSuccess() {
        var id = ID.formatted(1);
        assertThat(run("transfer", "a", "b", "5", "EUR/2", "--id", id).status()).isZero();
        var refused = run("transfer", "a", "b", "6", "EUR/2", "--id", id);
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.out()).startsWith("refused: ID_ALREADY_USED");
        assertThat(run("history", "--id", ID.formatted(9)).status()).isEqualTo(1);
    }

    @Test
    void aDryRunDoesNothing() {
        assertThat(run("transfer", "a", "b", "5", "EUR/2", "--dry-run").out()).startsWith("committed at position 1");
        assertThat(run("history", "b").out()).doesNotContain("credit");
    }

    @Test
    void importsAFileAndTakesItUpAgain() throws IOException {
        var lines = new ArrayList<>(
                IntStream.rangeClosed(1, 40).mapToObj(i -> line(i, "a", 1)).toList());
        var first = imported(lines.subList(0, 25));
        assertThat(first.status()).isZero();
        assertThat(first.out()).isEqualToIgnoringNewLines("committed 25, refused 0, repeated 0, malformed lines 0");
        var second = imported(lines);
        assertThat(second.out()).isEqualToIgnoringNewLines("committed 15, refused 0, repeated 25, malformed lines 0");
        assertThat(second.err()).contains("(line 40)");
        assertThat(run("balance", "b", "EUR/2", "--json").out()).contains("\"posted\":\"40\"");
    }

    @Test
    void countsAndNamesWhatAnImportDoesNotDo() throws IOException {
        var run = imported(List.of(line(1, "a", 1), "{\"legs\":[]}", "", "nonsense", line(1, "a", 2)));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEqualToIgnoringNewLines("committed 1, refused 1, repeated 0, malformed lines 2");
        assertThat(run.err())
                .contains("line 2: id is missing")
                .contains("line 4: no JSON")
                .contains(ID.formatted(1) + " was refused: ID_ALREADY_USED");
    }

    @Test
    void measuresAndFindsTheBooksBalanced() {
        var run = run(
                "bench",
                "batch",
                "--accounts",
                "450",
                "--transfers",
                "950",
                "--warm-up",
                "100",
                "--batch",
                "100",
                "--holds",
                "30");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("transfers 950, batch 100, in flight 4, holds 30 %")
                .contains("outcomes       committed 950, refused 0")
                .contains("trial balance  zero");
    }

    private Run imported(List<String> lines) throws IOException {
        var file = folder.resolve("transactions.ndjson");
        Files.writeString(file, lines.stream().collect(Collectors.joining("\n")));
        return run("import", file.toString(), "--batch", "10");
    }

    private static String line(int number, String from, int amount) {
        return "{\"id\":\"%s\",\"legs\":[{\"transfer\":{\"from\":\"%s\",\"to\":\"b\",\"asset\":\"EUR/2\",\"amount\":%d}}]}"
                .formatted(ID.formatted(number), from, amount);
    }

    private Run run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", server.url().toString()));
        int status = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
        return new Run(status, out.toString(), err.toString());
    }
}
