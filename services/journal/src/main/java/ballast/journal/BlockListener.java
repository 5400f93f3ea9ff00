package ballast.journal;

/// Told of each sound block in order.
@FunctionalInterface
interface BlockListener {
    /// The view is gone when this returns.
    void block(RecordView block, SegmentName segment, long offset);
}
