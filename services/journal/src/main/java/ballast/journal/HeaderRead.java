package ballast.journal;

/// What stands at the start of a segment.
sealed interface HeaderRead permits HeaderRead.Whole, Broken {
    /// A header that is sound by itself; whether it belongs here is for the chain to say.
    record Whole(SegmentHeader header) implements HeaderRead {}
}
