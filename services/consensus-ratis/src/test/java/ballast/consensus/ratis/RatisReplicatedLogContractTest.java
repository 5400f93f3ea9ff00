package ballast.consensus.ratis;

import ballast.consensus.testing.LogHost;
import ballast.consensus.testing.ReplicatedLogContractTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class RatisReplicatedLogContractTest extends ReplicatedLogContractTest {
    @TempDir
    private Path directory;

    @Override
    protected LogHost newHost() {
        return new RatisLogHost(directory);
    }
}
