package ballast.statestorage;

import ballast.guard.FailPoints;
import ballast.statestorage.testing.StateStorageContractTest;
import ballast.types.statestorage.v1.StateStorage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The contract in every shape.
@ParameterizedClass
@EnumSource(Shape.class)
final class OffHeapStateStorageContractTest extends StateStorageContractTest {
    private final OffHeapStateStorage opened;

    OffHeapStateStorageContractTest(Shape shape, @TempDir Path directory) {
        this.opened = shape.open(directory, FailPoints.disarmed());
    }

    @Override
    protected StateStorage openEmpty() {
        return opened;
    }

    @Override
    protected boolean keepsCheckpoints() {
        return true;
    }

    @AfterEach
    void close() {
        opened.close();
    }
}
