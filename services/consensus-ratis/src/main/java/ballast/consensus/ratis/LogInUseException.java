package ballast.consensus.ratis;

import java.nio.file.Path;

/// Another process, or another log in this one, has the directory open.
public final class LogInUseException extends LogOpenException {
    private static final long serialVersionUID = 1L;

    LogInUseException(Path directory) {
        super(directory, "%s: in use by another node; one directory belongs to one process".formatted(directory));
    }
}
