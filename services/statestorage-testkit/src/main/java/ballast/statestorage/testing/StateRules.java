package ballast.statestorage.testing;

import ballast.types.statestorage.v1.StateDifference;
import ballast.types.statestorage.v1.WriteKeysRequest;
import com.google.protobuf.ByteString;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Checks a request the way the contract wants it, one message for each way to be wrong.
final class StateRules {
    static final int KEY_BYTES_MAX = 255;
    static final int VALUE_BYTES_MAX = 4095;

    private StateRules() {}

    static void checkKeys(List<ByteString> keys) {
        keys.forEach(StateRules::checkKey);
    }

    static void checkWrite(WriteKeysRequest block, long lastHeight) {
        if (block.getHeight() != lastHeight + 1) {
            throw new IllegalArgumentException(
                    "height: %d (expected: %d)".formatted(block.getHeight(), lastHeight + 1));
        }
        Set<ByteString> seen = new HashSet<>();
        for (StateDifference difference : block.getDifferencesList()) {
            checkKey(difference.getKey());
            int valueBytes = difference.getValue().size();
            if (valueBytes > VALUE_BYTES_MAX) {
                throw new IllegalArgumentException(
                        "value: %d bytes (expected: at most %d)".formatted(valueBytes, VALUE_BYTES_MAX));
            }
            if (!seen.add(difference.getKey())) {
                throw new IllegalArgumentException("block " + block.getHeight() + ": two differences for one key");
            }
        }
    }

    static void checkCheckpoint(long height, long lastHeight) {
        if (height < 0 || height > lastHeight) {
            throw new IllegalArgumentException(
                    "checkpoint: height %d was not written (last: %d)".formatted(height, lastHeight));
        }
    }

    private static void checkKey(ByteString key) {
        if (key.isEmpty() || key.size() > KEY_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "key: %d bytes (expected: 1 to %d)".formatted(key.size(), KEY_BYTES_MAX));
        }
    }
}
