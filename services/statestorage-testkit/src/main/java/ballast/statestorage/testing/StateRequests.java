package ballast.statestorage.testing;

import ballast.types.statestorage.v1.CheckpointRequest;
import ballast.types.statestorage.v1.ReadKeysRequest;
import ballast.types.statestorage.v1.StateDifference;
import ballast.types.statestorage.v1.WriteKeysRequest;
import com.google.protobuf.ByteString;
import java.util.List;
import java.util.stream.Stream;

/// Requests to a StateStorage in a line each.
public final class StateRequests {
    private StateRequests() {}

    /// Reads keys given as text.
    public static ReadKeysRequest read(String... keys) {
        return read(Stream.of(keys).map(ByteString::copyFromUtf8).toList());
    }

    /// Reads keys given as bytes.
    public static ReadKeysRequest read(List<ByteString> keys) {
        return ReadKeysRequest.newBuilder().addAllKeys(keys).build();
    }

    /// Writes the block of a height.
    public static WriteKeysRequest write(long height, StateDifference... differences) {
        return write(height, List.of(differences));
    }

    /// Writes the block of a height.
    public static WriteKeysRequest write(long height, List<StateDifference> differences) {
        return WriteKeysRequest.newBuilder()
                .setHeight(height)
                .addAllDifferences(differences)
                .build();
    }

    /// Sets the value of a key, both given as text.
    public static StateDifference put(String key, String value) {
        return put(ByteString.copyFromUtf8(key), ByteString.copyFromUtf8(value));
    }

    /// Sets the value of a key.
    public static StateDifference put(ByteString key, ByteString value) {
        return StateDifference.newBuilder().setKey(key).setValue(value).build();
    }

    /// Removes a key given as text.
    public static StateDifference remove(String key) {
        return put(key, "");
    }

    /// Asks for a checkpoint of a height.
    public static CheckpointRequest checkpoint(long height) {
        return CheckpointRequest.newBuilder().setHeight(height).build();
    }
}
