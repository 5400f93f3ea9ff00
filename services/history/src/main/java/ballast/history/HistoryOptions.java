package ballast.history;

/// The limits of the index and of questions.
///
/// @param readThreads how many questions are looked up at a time
/// @param questionsMax how many more may wait for a thread, and as many again for the index to catch up
/// @param patienceMillis how long a question waits for the index to come to the position that it names, and a stop for
///     the questions under way
/// @param blocksWaitingMax how many blocks may wait in memory to be indexed; more are read from the journal again
/// @param markPositions after so many positions the index is made durable; after a crash, at most so many and one
///     block are indexed again
/// @param stepsMax how many transactions or entries one page looks at
/// @param pageBytesMax a page that has so many bytes takes no more
public record HistoryOptions(
        int readThreads,
        int questionsMax,
        long patienceMillis,
        int blocksWaitingMax,
        long markPositions,
        int stepsMax,
        int pageBytesMax) {
    public HistoryOptions {
        require(readThreads, 1, 64, "readThreads");
        require(questionsMax, 1, 1 << 20, "questionsMax");
        require(patienceMillis, 0, 3_600_000, "patienceMillis");
        require(blocksWaitingMax, 1, 1 << 16, "blocksWaitingMax");
        require(markPositions, 1, Long.MAX_VALUE, "markPositions");
        require(stepsMax, 1, Integer.MAX_VALUE, "stepsMax");
        require(pageBytesMax, 1, Integer.MAX_VALUE, "pageBytesMax");
    }

    /// 2 threads, 1,024 questions that wait, 5 s of patience, 16 blocks, a mark every 2^20 positions, pages that
    /// look at 100,000 and carry 3 MiB, below the 4 MiB at which gRPC's clients refuse a message.
    public static HistoryOptions defaults() {
        return new HistoryOptions(2, 1_024, 5_000, 16, 1 << 20, 100_000, 3 << 20);
    }

    public HistoryOptions withPatienceMillis(long value) {
        return new HistoryOptions(
                readThreads, questionsMax, value, blocksWaitingMax, markPositions, stepsMax, pageBytesMax);
    }

    public HistoryOptions withQuestionsMax(int value) {
        return new HistoryOptions(
                readThreads, value, patienceMillis, blocksWaitingMax, markPositions, stepsMax, pageBytesMax);
    }

    public HistoryOptions withBlocksWaitingMax(int value) {
        return new HistoryOptions(
                readThreads, questionsMax, patienceMillis, value, markPositions, stepsMax, pageBytesMax);
    }

    public HistoryOptions withMarkPositions(long value) {
        return new HistoryOptions(
                readThreads, questionsMax, patienceMillis, blocksWaitingMax, value, stepsMax, pageBytesMax);
    }

    public HistoryOptions withStepsMax(int value) {
        return new HistoryOptions(
                readThreads, questionsMax, patienceMillis, blocksWaitingMax, markPositions, value, pageBytesMax);
    }

    public HistoryOptions withPageBytesMax(int value) {
        return new HistoryOptions(
                readThreads, questionsMax, patienceMillis, blocksWaitingMax, markPositions, stepsMax, value);
    }

    private static void require(long value, long min, long max, String name) {
        if (value < min || value > max) {
            throw new IllegalArgumentException("%s: %d (expected: %d to %d)".formatted(name, value, min, max));
        }
    }
}
