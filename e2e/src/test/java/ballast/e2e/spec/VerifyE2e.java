package ballast.e2e.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.e2e.process.Exit;
import ballast.e2e.process.Launch;
import ballast.e2e.process.Nodes;
import ballast.e2e.process.ServerProcess;
import ballast.e2e.process.TransferClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// `ballast verify` executes the whole history again, and finds a single byte that is not what was written.
@Timeout(120)
final class VerifyE2e {
    private static final int TRANSFERS = 300;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder = Path.of("");

    @RegisterExtension
    private final Nodes nodes = new Nodes();

    @Test
    void printsWhatFollowsFromTheFirstBlock() throws Exception {
        Path data = history(folder.resolve("data"));

        Exit verify = nodes.verify(Launch.on(data));

        assertThat(verify.code()).as("%s", verify).isZero();
        assertThat(verify.out()).containsPattern("height\\D+\\d+").containsPattern("transactions\\D+" + TRANSFERS);
        assertThat(verify.out()).containsPattern("digest\\W+[0-9a-f]{64}");
        assertThat(nodes.verify(Launch.on(data)).out()).as("said again").isEqualTo(verify.out());
    }

    @Test
    void namesTheByteThatChangedAndTheServerDoesNotStartOnIt() throws Exception {
        Path data = history(folder.resolve("data"));
        Path damaged = largestFile(data.resolve("groups/1/journal"));
        flipOneBitInTheMiddle(damaged);

        Exit verify = nodes.verify(Launch.on(data));
        assertThat(verify.code()).as("%s", verify).isEqualTo(1);
        assertThat(verify.out() + verify.err())
                .contains(damaged.getFileName().toString())
                .containsPattern("height\\D+\\d+")
                .containsPattern("byte \\d+");

        Exit start = nodes.spawn(Launch.on(data)).awaitExit();
        assertThat(start.code()).as("%s", start).isNotZero();
        assertThat(start.out()).isEmpty();
        assertThat(start.err()).contains(damaged.getFileName().toString());
    }

    @Test
    void refusesAFolderThatHoldsNoLedger() throws Exception {
        Exit verify = nodes.verify(Launch.on(folder.resolve("nothing")));

        assertThat(verify.code()).isNotZero();
        assertThat(verify.err()).contains(folder.resolve("nothing").toString());
        assertThat(folder.resolve("nothing")).doesNotExist();
    }

    /// A data folder that a server filled and left in order.
    private Path history(Path data) throws Exception {
        ServerProcess server = nodes.start(Launch.on(data).withRarePathsMadeCommon());
        try (var client = new TransferClient(server.url())) {
            for (int i = 0; i < TRANSFERS; i++) {
                client.transferWithoutKey("user" + i % 7, "user" + i % 5, 1 + i);
            }
        }
        assertThat(server.stop().code()).isZero();
        return data;
    }

    private static Path largestFile(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.max(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
        }
    }

    /// In the middle of what was written, should the file be longer than that.
    private static void flipOneBitInTheMiddle(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length;
        while (bytes[end - 1] == 0) {
            end--;
        }
        bytes[end / 2] ^= 1;
        Files.write(file, bytes);
    }
}
