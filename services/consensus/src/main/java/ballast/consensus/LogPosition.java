package ballast.consensus;

/// The place of an entry in the replicated log.
///
/// Indexes grow but are not dense: the engine numbers entries of its own between ours. Two entries with the same index
/// and term are the same entry on every replica.
///
/// @param term the leadership period in which the entry was written, from 1
/// @param index the place in the log; 0 is before the first entry
public record LogPosition(long term, long index) implements Comparable<LogPosition> {
    /// Before the first entry.
    public static final LogPosition START = new LogPosition(0, 0);

    public LogPosition {
        if (term < 0 || index < 0) {
            throw new IllegalArgumentException(
                    "log position: term %d, index %d (expected: 0 or above)".formatted(term, index));
        }
    }

    @Override
    public int compareTo(LogPosition other) {
        return Long.compare(index, other.index);
    }
}
