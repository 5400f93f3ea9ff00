package ballast.journal;

/// What was read is not what was once written.
///
/// @param expected what should have been there, and what was
/// @param crashExplains whether a crash in the middle of writing leaves such a thing; nothing else does by itself
record Broken(String expected, boolean crashExplains) implements RecordRead, FrameRead, HeaderRead {}
