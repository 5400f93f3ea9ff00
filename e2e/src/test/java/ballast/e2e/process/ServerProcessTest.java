package ballast.e2e.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// On shells that behave as servers do, or as they should not.
@Timeout(30)
final class ServerProcessTest {
    private static final String READY = "echo 'ballast: listening on http://127.0.0.1:4711, data in /some/where'; ";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void waitsUntilTheServerIsReady() throws Exception {
        ServerProcess server = shell("echo log >&2; " + READY + "exec sleep 60");

        assertThat(server.url()).isEqualTo(URI.create("http://127.0.0.1:4711"));
        assertThat(server.isAlive()).isTrue();
        assertThat(server.kill().code()).isEqualTo(Exit.KILLED);
        assertThat(server.isAlive()).isFalse();
    }

    @Test
    void tellsHowAProcessEndedAndWhatItSaid() throws Exception {
        Exit exit = shell("echo out; echo err >&2; exit 3").awaitExit();

        assertThat(exit).isEqualTo(new Exit(3, "out\n", "err\n"));
    }

    @Test
    void noticesAProcessThatEndsBeforeItIsReady() throws Exception {
        ServerProcess server = shell("echo 'ballast: cannot start' >&2; exit 1");

        assertThat(server.awaitReady()).isEmpty();
        assertThatThrownBy(server::url).hasMessageContaining("ballast: cannot start");
    }

    @Test
    void letsAProcessEndInItsOwnWay() throws Exception {
        ServerProcess server = shell("trap 'echo bye; exit 0' TERM; " + READY + "while :; do sleep 0.01; done");
        server.url();

        Exit exit = server.stop();
        assertThat(exit.code()).isZero();
        assertThat(exit.out()).endsWith("bye\n");
    }

    private ServerProcess shell(String script) {
        return ServerProcess.spawn(List.of("/bin/sh", "-c", script), folder.resolve("log"));
    }
}
