package ballast.journal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A sound segment taken apart by hand, from the description of the format.
final class SegmentBytes {
    private SegmentBytes() {}

    /// Where each record starts, and where the last one ends.
    static List<Integer> boundaries(byte[] segment) {
        List<Integer> boundaries = new ArrayList<>();
        int at = 68;
        boundaries.add(at);
        while (at < segment.length) {
            at += 8 + ByteBuffer.wrap(segment).getInt(at);
            boundaries.add(at);
        }
        return boundaries;
    }

    /// The n-th record of a segment, from 0.
    static byte[] record(byte[] segment, int n) {
        List<Integer> boundaries = boundaries(segment);
        return slice(segment, boundaries.get(n), boundaries.get(n + 1));
    }

    static byte[] header(byte[] segment) {
        return slice(segment, 0, 68);
    }

    static byte[] slice(byte[] bytes, int from, int to) {
        byte[] slice = new byte[to - from];
        System.arraycopy(bytes, from, slice, 0, slice.length);
        return slice;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    /// Makes the first whole sector behind an offset read as if it had never been written.
    static void loseSectorBehind(byte[] content, int offset) {
        int sector = (offset / SimulatedFile.SECTOR_BYTES + 1) * SimulatedFile.SECTOR_BYTES;
        Arrays.fill(content, sector, sector + SimulatedFile.SECTOR_BYTES, (byte) 0);
    }
}
