package ballast.journal;

/// Told of each block that is proven, in order.
@FunctionalInterface
interface BlockListener {
    /// The view is gone when this returns.
    void block(RecordView block);
}
