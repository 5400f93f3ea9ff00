package ballast.journal;

/// What stands at an offset of a segment.
sealed interface RecordRead permits RecordRead.Whole, RecordRead.End, Broken {
    /// A record that is sound by itself; whether it belongs here is for the chain to say.
    record Whole(RecordView block) implements RecordRead {}

    /// The file ends here.
    record End() implements RecordRead, FrameRead {}
}
