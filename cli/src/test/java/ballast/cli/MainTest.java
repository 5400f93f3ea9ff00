package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/// What a person sees who writes a command wrongly, or runs it where nobody listens.
final class MainTest {
    private record Run(int status, String out, String err) {}

    @Test
    void showsEveryCommandTheServersToo() {
        assertThat(run("help").out())
                .contains("start", "transfer", "balance", "account", "history", "import", "watch", "bench")
                .contains("stress", "verify", "test");
    }

    @Test
    void offersTheNearestCommand() {
        var run = run("trasfer");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("transfer");
    }

    @Test
    void namesAnArgumentThatIsMissing() {
        var run = run("transfer", "alice", "bob", "5");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("ASSET");
    }

    @Test
    void saysHowToMendAnAddressThatIsNone() {
        var run = run("balance", "alice", "--url", "https://somewhere");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err().lines())
                .containsExactly("ballast: address is 'https://somewhere' (expected: http://HOST:PORT, for example"
                        + " http://127.0.0.1:8080)");
    }

    @Test
    void saysHowToMendAServerThatIsNotThere() {
        // Port 1 is reserved; nobody listens there.
        var run = run("balance", "alice", "--url", "http://127.0.0.1:1", "--deadline", "1");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("nothing was done").contains("./ballast start");
    }

    @Test
    void namesASettingOfABenchmarkOutOfItsRange() {
        var run = run("bench", "batch", "--batch", "9000");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("batch must be 1 to 8190, not 9000");
    }

    @Test
    void wantsAnAccountOrATransactionForHistory() {
        assertThat(run("history").status()).isEqualTo(2);
        assertThat(run("history").err()).startsWith("ballast: name an account, or a transaction by --id");
    }

    private static Run run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Run(status, out.toString(), err.toString());
    }
}
