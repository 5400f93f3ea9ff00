package ballast.consensus.ratis;

import java.nio.file.Path;

/// The log in a directory cannot be opened; nothing in it was lost or changed by trying.
public sealed class LogOpenException extends RuntimeException permits LogDamagedException, LogInUseException {
    private static final long serialVersionUID = 1L;

    private final transient Path path;

    LogOpenException(Path path, String message) {
        super(message);
        this.path = path;
    }

    LogOpenException(Path path, String message, Throwable cause) {
        super(message, cause);
        this.path = path;
    }

    /// The file or directory that stands in the way.
    public Path path() {
        return path;
    }
}
