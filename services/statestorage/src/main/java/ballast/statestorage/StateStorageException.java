package ballast.statestorage;

/// The disk, or what is on it, keeps a storage from its work.
public abstract sealed class StateStorageException extends RuntimeException
        permits StateDirectoryException, CheckpointFailedException {
    private static final long serialVersionUID = 1L;

    StateStorageException(String message, Throwable cause) {
        super(message, cause);
    }

    StateStorageException(String message) {
        super(message);
    }
}
