package ballast.statestorage;

/// A checkpoint could not be made durable. The storage makes no further one: after a failed write nobody can say what
/// is on the disk. Reads and writes go on; a restart goes back to the last checkpoint that was answered.
public final class CheckpointFailedException extends StateStorageException {
    private static final long serialVersionUID = 1L;

    private final long height;
    private final long durableHeight;

    CheckpointFailedException(long height, long durableHeight, Throwable cause) {
        super("checkpoint of height %d failed (durable: %d): %s".formatted(height, durableHeight, cause), cause);
        this.height = height;
        this.durableHeight = durableHeight;
    }

    /// The height of the checkpoint that failed.
    public long height() {
        return height;
    }

    /// The height that a restart goes back to.
    public long durableHeight() {
        return durableHeight;
    }
}
