package ballast.journal;

import java.util.List;
import java.util.Optional;

/// What was found in the files of a journal.
///
/// @param group the consensus group that the headers name, or the one asked for if there is no header
/// @param tail the last sound block
/// @param sound the segments whose headers are sound, in order; only the last may be unsound further on
/// @param rest the segments that come after the flaw, in order
/// @param flaw the first one
record Chain(int group, Tail tail, List<Extent> sound, List<SegmentName> rest, Optional<Flaw> flaw) {}
