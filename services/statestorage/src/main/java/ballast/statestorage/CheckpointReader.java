package ballast.statestorage;

import com.google.protobuf.ByteString;
import java.nio.file.Path;

/// The last checkpoint of a storage that nobody has open, for whoever wants to see every record of it.
///
/// Confined to one thread.
public final class CheckpointReader implements AutoCloseable {
    private final CheckpointStore store;

    private CheckpointReader(CheckpointStore store) {
        this.store = store;
    }

    /// Is shown each record once, in the order of keys.
    @FunctionalInterface
    public interface RecordVisitor {
        void record(ByteString key, ByteString value);
    }

    /// Opens the checkpoints in a directory.
    ///
    /// @throws StateDirectoryException if the directory is not a storage's, is damaged or in use
    public static CheckpointReader open(Path directory) {
        return new CheckpointReader(CheckpointStore.open(
                new StateDirectory(directory), StateStorageOptions.defaults().runRecordsMax()));
    }

    /// The height that the records are as of; 0 if there is no checkpoint.
    public long height() {
        return store.height();
    }

    /// Shows every record.
    ///
    /// @throws StateDirectoryException if the records are not what was written
    public void forEach(RecordVisitor visitor) {
        store.load((key, from, keyBytes, value, valueBytes) ->
                visitor.record(ByteString.copyFrom(key, from, keyBytes), ByteString.copyFrom(value, 0, valueBytes)));
    }

    @Override
    public void close() {
        store.close();
    }
}
