package ballast.journal;

/// The limits of a journal.
///
/// @param group the consensus group whose history this is, from 0; a journal of another group is refused
/// @param segmentBytesMax a segment file that holds a block grows no further than this; a larger block has a
///     file alone
/// @param blockBytesMax the largest record of one block
/// @param unforcedSegmentsMax how many full segments may wait for [Journal#force]; one more, and append
///     forces them
/// @param provenSegmentsMin how many of the last segments are proven block by block on opening, from 1; in
///     those before, which were forced long ago, only the header, the length of every record and the last
///     block are, and the rest when it is read or when the journal is verified offline
public record JournalOptions(
        int group, long segmentBytesMax, int blockBytesMax, int unforcedSegmentsMax, int provenSegmentsMin) {
    public JournalOptions {
        require(group >= 0, "group", group, "0 or above");
        require(segmentBytesMax >= 1, "segmentBytesMax", segmentBytesMax, "1 or above");
        require(
                blockBytesMax >= RecordFormat.RECORD_BYTES_MIN && blockBytesMax <= RecordFormat.RECORD_BYTES_MAX,
                "blockBytesMax",
                blockBytesMax,
                RecordFormat.RECORD_BYTES_MIN + " to " + RecordFormat.RECORD_BYTES_MAX);
        require(unforcedSegmentsMax >= 1, "unforcedSegmentsMax", unforcedSegmentsMax, "1 or above");
        require(provenSegmentsMin >= 1, "provenSegmentsMin", provenSegmentsMin, "1 or above");
    }

    /// Group 0, files of 64 MiB, blocks of 32 MiB, 16 segments unforced, every segment proven.
    public static JournalOptions defaults() {
        return new JournalOptions(0, 64L << 20, 32 << 20, 16, Integer.MAX_VALUE);
    }

    public JournalOptions withGroup(int value) {
        return new JournalOptions(value, segmentBytesMax, blockBytesMax, unforcedSegmentsMax, provenSegmentsMin);
    }

    public JournalOptions withSegmentBytesMax(long value) {
        return new JournalOptions(group, value, blockBytesMax, unforcedSegmentsMax, provenSegmentsMin);
    }

    public JournalOptions withBlockBytesMax(int value) {
        return new JournalOptions(group, segmentBytesMax, value, unforcedSegmentsMax, provenSegmentsMin);
    }

    public JournalOptions withUnforcedSegmentsMax(int value) {
        return new JournalOptions(group, segmentBytesMax, blockBytesMax, value, provenSegmentsMin);
    }

    public JournalOptions withProvenSegmentsMin(int value) {
        return new JournalOptions(group, segmentBytesMax, blockBytesMax, unforcedSegmentsMax, value);
    }

    private static void require(boolean holds, String name, long value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("%s: %d (expected: %s)".formatted(name, value, expected));
        }
    }
}
