package ballast.journal;

import java.util.Arrays;

/// Finds a place in the files from which a block is not far. Thread-safe.
///
/// Knows where every segment starts (8 bytes each) and, in between, at most so many blocks; when it has that
/// many it forgets every second one. So it takes the same memory for a journal of any size, and a search
/// reads a few frames more.
final class BlockIndex {
    static final int MARKS_MAX = 1 << 16;
    static final long DISTANCE_BYTES = 64 << 10;

    private final int marksMax;
    private long[] segments = new long[16];
    private int segmentCount;
    private long[] heights = new long[16];
    private long[] offsets = new long[16];
    private int markCount;
    private long distanceBytes;
    private long bytesSinceMark;

    BlockIndex() {
        this(MARKS_MAX, DISTANCE_BYTES);
    }

    BlockIndex(int marksMax, long distanceBytes) {
        this.marksMax = marksMax;
        this.distanceBytes = distanceBytes;
    }

    /// The start of a block's record.
    record Place(SegmentName segment, long height, long offset) {}

    /// Takes note of the next block.
    synchronized void add(SegmentName segment, long height, long offset, int bytes) {
        if (segment.firstHeight() == height) {
            if (segmentCount == segments.length) {
                segments = Arrays.copyOf(segments, 2 * segments.length);
            }
            segments[segmentCount++] = height;
            bytesSinceMark = 0;
        } else if (bytesSinceMark >= distanceBytes) {
            mark(height, offset);
        }
        bytesSinceMark += bytes;
    }

    /// The nearest known place at or before a block that is in the journal.
    synchronized Place atOrBefore(long height) {
        long first = segments[atOrBefore(segments, segmentCount, height)];
        int mark = atOrBefore(heights, markCount, height);
        SegmentName segment = new SegmentName(first);
        return mark >= 0 && heights[mark] > first
                ? new Place(segment, heights[mark], offsets[mark])
                : new Place(segment, first, SegmentHeader.BYTES);
    }

    synchronized int markCount() {
        return markCount;
    }

    private void mark(long height, long offset) {
        if (markCount == marksMax) {
            markCount = 0;
            for (int i = 0; i < marksMax; i += 2) {
                heights[markCount] = heights[i];
                offsets[markCount++] = offsets[i];
            }
            distanceBytes *= 2;
        } else if (markCount == heights.length) {
            heights = Arrays.copyOf(heights, 2 * heights.length);
            offsets = Arrays.copyOf(offsets, 2 * offsets.length);
        }
        heights[markCount] = height;
        offsets[markCount++] = offset;
        bytesSinceMark = 0;
    }

    private static int atOrBefore(long[] sorted, int count, long value) {
        int found = Arrays.binarySearch(sorted, 0, count, value);
        return found >= 0 ? found : -found - 2;
    }
}
