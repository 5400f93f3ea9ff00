package ballast.statestorage.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.types.statestorage.v1.StateStorage;
import com.google.protobuf.ByteString;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class InMemoryStateStorageTest extends StateStorageContractTest {
    @Override
    protected StateStorage openEmpty() {
        return new InMemoryStateStorage();
    }

    @Override
    protected boolean keepsCheckpoints() {
        return false;
    }

    @Test
    void startsFromAGivenState() {
        Map<ByteString, ByteString> given = Map.of(ByteString.copyFromUtf8("alice"), ByteString.copyFromUtf8("17"));
        InMemoryStateStorage storage = new InMemoryStateStorage(5, given);
        assertThat(storage.height()).isEqualTo(5);
        assertThat(storage.values()).isEqualTo(given);
        new StateStorageDriver(storage, 5).write(StateRequests.remove("alice"));
        assertThat(storage.height()).isEqualTo(6);
        assertThat(storage.values()).isEmpty();
    }
}
