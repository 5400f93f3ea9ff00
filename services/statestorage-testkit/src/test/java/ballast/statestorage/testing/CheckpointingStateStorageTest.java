package ballast.statestorage.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.types.statestorage.v1.StateStorage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class CheckpointingStateStorageTest {
    @Nested
    final class KeepsTheContract extends StateStorageContractTest {
        @Override
        protected StateStorage openEmpty() {
            return new CheckpointingStateStorage();
        }

        @Override
        protected boolean keepsCheckpoints() {
            return true;
        }
    }

    @Nested
    final class KeepsTheCheckpointContract extends StateStorageCheckpointContractTest {
        @Override
        protected StateStorage openEmpty() {
            return new CheckpointingStateStorage();
        }

        @Override
        protected StateStorage reopen(StateStorage ended) {
            ((CheckpointingStateStorage) ended).crash();
            return ended;
        }
    }

    @Test
    void tellsTheHeightACrashWouldGoBackTo() {
        CheckpointingStateStorage storage = new CheckpointingStateStorage();
        StateStorageDriver driver = new StateStorageDriver(storage, 0);
        driver.write();
        assertThat(storage.durableHeight()).isZero();
        driver.checkpoint();
        driver.write();
        assertThat(storage.durableHeight()).isOne();
    }
}
