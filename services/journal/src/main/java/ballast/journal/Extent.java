package ballast.journal;

/// How far a segment with a sound header is sound.
///
/// @param lastHeight of its last sound block; one below its first height if it has none
/// @param soundBytes up to the end of the last sound block
/// @param fileBytes how long the file is
record Extent(SegmentName name, long lastHeight, long soundBytes, long fileBytes) {}
