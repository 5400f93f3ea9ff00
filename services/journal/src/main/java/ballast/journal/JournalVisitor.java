package ballast.journal;

/// Is shown every block of a journal in order.
@FunctionalInterface
public interface JournalVisitor {
    /// A block that was proven, and its hash.
    void block(JournalBlock block, Hash hash);
}
