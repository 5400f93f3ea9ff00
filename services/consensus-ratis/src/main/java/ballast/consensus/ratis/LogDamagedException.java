package ballast.consensus.ratis;

import java.nio.file.Path;

/// A file of the log lacks or garbles something that was acknowledged. The log does not guess: a person must
/// bring the file back, or the directory from a backup.
public final class LogDamagedException extends LogOpenException {
    private static final long serialVersionUID = 1L;

    private final long offset;

    LogDamagedException(Path file, long offset, String what) {
        super(file, "%s: damaged at byte %d: %s".formatted(file, offset, what));
        this.offset = offset;
    }

    /// Where in the file the damage begins, in bytes.
    public long offset() {
        return offset;
    }
}
