package ballast.journal;

/// What stands at an offset of a segment, by the look of its length.
sealed interface FrameRead permits FrameRead.Framed, RecordRead.End, Broken {
    /// Something as long as a record, of which nothing else is proven.
    record Framed(int recordBytes) implements FrameRead {}
}
