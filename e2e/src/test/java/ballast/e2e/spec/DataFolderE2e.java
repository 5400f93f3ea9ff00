package ballast.e2e.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.e2e.process.Exit;
import ballast.e2e.process.Launch;
import ballast.e2e.process.Nodes;
import ballast.e2e.process.ServerProcess;
import ballast.e2e.process.TransferClient;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// A server uses a data folder alone, and only one that it understands. What it does not use it says by name.
@Timeout(120)
final class DataFolderE2e {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder = Path.of("");

    @RegisterExtension
    private final Nodes nodes = new Nodes();

    @Test
    void refusesAFolderThatAnotherProcessUses() throws Exception {
        Path data = folder.resolve("data");
        ServerProcess owner = nodes.start(Launch.on(data));

        Exit second = nodes.spawn(Launch.on(data)).awaitExit();
        assertThat(second.code()).isNotZero();
        assertThat(second.out()).isEmpty();
        assertThat(second.err()).contains(data.toString(), "in use", Long.toString(owner.pid()));
        Exit verify = nodes.verify(Launch.on(data));
        assertThat(verify.code()).isNotZero();
        assertThat(verify.err()).contains(data.toString(), "in use");

        try (var client = new TransferClient(owner.url())) {
            assertThat(client.transferWithoutKey("user1", "user2", 17).body()).isEqualTo("-17");
        }
    }

    @Test
    void refusesAFolderOfAnotherVersionAndLeavesItAlone() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path version = data.resolve("ballast.version");
        Files.writeString(version, "ballast data 4711\n");

        Exit start = nodes.spawn(Launch.on(data)).awaitExit();

        assertThat(start.code()).isNotZero();
        assertThat(start.out()).isEmpty();
        assertThat(start.err()).contains(data.toString(), "another version", "4711");
        assertThat(version).hasContent("ballast data 4711");
        assertThat(data.resolve("groups")).doesNotExist();
    }

    @Test
    void refusesAFolderOfSomethingElse() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("holiday.txt"), "photos");

        Exit start = nodes.spawn(Launch.on(data)).awaitExit();

        assertThat(start.code()).isNotZero();
        assertThat(start.err()).contains(data.toString());
        assertThat(data).isDirectoryNotContaining("glob:**groups");
    }
}
