package ballast.e2e.stress;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.e2e.process.Launch;
import ballast.e2e.process.Nodes;
import ballast.e2e.process.ServerProcess;
import ballast.stress.StressOptions;
import ballast.stress.StressResult;
import ballast.stress.StressRun;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The run of the article, and the mixed load that a server without a read path of its own does not survive.
@Timeout(300)
final class SeededStress {
    private static final int MIXED_SECONDS = 5;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder = Path.of("");

    @RegisterExtension
    private final Nodes nodes = new Nodes();

    @Test
    void everyBalanceIsRightToTheLastUnit() throws Exception {
        Path data = folder.resolve("data");
        ServerProcess server = nodes.start(Launch.on(data));
        StressOptions article = StressOptions.against(server.url());

        StressResult seeded = StressRun.measure(article, System.out);
        assertThat(seeded.passed()).isTrue();
        assertThat(seeded.counts().acknowledged()).isEqualTo(article.transactions());
        assertThat(StressRun.measure(mixed(server.url()), System.out).passed()).isTrue();

        assertThat(server.stop().code()).isZero();
        assertThat(nodes.verify(Launch.on(data)).code()).isZero();
    }

    /// The same command that people are given, in a process of its own.
    @Test
    void theCommandSaysSo() throws Exception {
        ServerProcess server = nodes.start(Launch.on(folder.resolve("data")));
        var command = nodes.run(
                folder.resolve("command"), "stress", "--url", server.url().toString(), "--transactions", "2000");

        assertThat(command.code()).as("%s", command).isZero();
        assertThat(command.out()).contains("2000 acknowledged, 0 refused, 0 unknown", "PASSED");
    }

    private static StressOptions mixed(URI url) {
        StressOptions article = StressOptions.against(url);
        return new StressOptions(
                url,
                StressOptions.Mode.MIXED,
                article.transactions(),
                article.users(),
                article.concurrency(),
                article.seed(),
                MIXED_SECONDS,
                "mixed");
    }
}
