package ballast.journal;

import java.util.List;

/// Which segments are not proven block by block when a journal is opened.
///
/// @param throughHeight only segments that end at or below this height, all of which was forced
/// @param provenSegments never so many of the last segments, from 1
record Skimming(long throughHeight, int provenSegments) {
    boolean applies(List<SegmentName> segments, int number) {
        return number < segments.size() - (long) provenSegments
                && segments.get(number + 1).firstHeight() <= throughHeight + 1;
    }
}
