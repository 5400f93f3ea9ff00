package ballast.statestorage;

import ballast.guard.FailPoints;
import ballast.statestorage.testing.StateStorageCheckpointContractTest;
import ballast.types.statestorage.v1.StateStorage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The rules of checkpoints in every shape.
@ParameterizedClass
@EnumSource(Shape.class)
final class OffHeapStateStorageCheckpointContractTest extends StateStorageCheckpointContractTest {
    private final Shape shape;
    private final Path directory;
    private OffHeapStateStorage opened;

    OffHeapStateStorageCheckpointContractTest(Shape shape, @TempDir Path directory) {
        this.shape = shape;
        this.directory = directory;
        this.opened = shape.open(directory, FailPoints.disarmed());
    }

    @Override
    protected StateStorage openEmpty() {
        return opened;
    }

    @Override
    protected StateStorage reopen(StateStorage ended) {
        opened.close();
        opened = shape.open(directory, FailPoints.disarmed());
        return opened;
    }

    @AfterEach
    void close() {
        opened.close();
    }
}
