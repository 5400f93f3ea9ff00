package ballast.journal;

/// Told of each block right after it was appended, on the thread that appended it. It neither waits nor throws: the
/// next block cannot be appended before it returns.
@FunctionalInterface
public interface JournalFollower {
    void appended(JournalBlock block, BlockPlace place);
}
