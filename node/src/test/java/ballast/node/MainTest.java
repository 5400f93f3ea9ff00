package ballast.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person sees who writes a command wrongly, or runs it where it cannot work.
final class MainTest {
    @TempDir
    Path temporary;

    private record Run(int status, String err) {}

    @Test
    void namesEveryProblemOfTheSettingsWithoutAStackTrace() {
        var run = run("start", "--data", temporary.toString(), "--port", "65536", "--bind", "");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err().lines())
                .containsExactlyInAnyOrder(
                        "ballast: port: '65536' (expected: a whole number from 0 to 65535)",
                        "ballast: bind: '' (expected: an address of this machine, for example 127.0.0.1)");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void namesAFolderThatHoldsNoData() {
        var run = run("verify", "--data", temporary.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines())
                .containsExactly("ballast: data folder %s holds no Ballast data (expected: a file ballast.version)"
                        .formatted(temporary));
    }

    @Test
    void namesAStressOptionOutOfItsRange() {
        var run = run("stress", "--url", "http://127.0.0.1:1", "--users", "0");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("users must be");
    }

    @Test
    void namesAModeThatDoesNotExist() {
        var run = run("stress", "--url", "http://127.0.0.1:1", "--mode", "gentle");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("mode must be seeded or mixed, not 'gentle'");
    }

    @Test
    void offersTheNearestCommand() {
        var run = run("strat");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("strat").contains("start");
    }

    private static Run run(String... arguments) {
        var err = new StringWriter();
        int status = Main.commandLine().setErr(new PrintWriter(err)).execute(arguments);
        return new Run(status, err.toString());
    }
}
