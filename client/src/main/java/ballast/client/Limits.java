package ballast.client;

import java.time.Duration;

/// How much a client does at once, and for how long.
///
/// @param deadline how long a call may take with all its attempts
/// @param attemptMax how long one attempt may take
/// @param attemptsMax attempts of one call
/// @param pauseMin the first pause between attempts; each one after it is twice as long
/// @param pauseMax the longest pause; at most a minute
/// @param batches how single calls are put together
/// @param callsMax transactions and reads that may wait for their answer
/// @param whenFull what happens to one more
/// @param answerBytesMax bytes of an answer
record Limits(
        Duration deadline,
        Duration attemptMax,
        int attemptsMax,
        Duration pauseMin,
        Duration pauseMax,
        Batches batches,
        int callsMax,
        WhenFull whenFull,
        int answerBytesMax) {
    private static final Duration PAUSE_MAX = Duration.ofMinutes(1);

    Limits {
        requirePositive("deadline", deadline);
        requirePositive("attempt", attemptMax);
        requirePositive("shortest pause", pauseMin);
        requirePositive("longest pause", pauseMax);
        if (pauseMin.compareTo(pauseMax) > 0 || pauseMax.compareTo(PAUSE_MAX) > 0) {
            throw new IllegalArgumentException("pauses are %s to %s (expected: the shorter one first, at most a minute)"
                    .formatted(pauseMin, pauseMax));
        }
        requirePositive("attempts", attemptsMax);
        requirePositive("calls", callsMax);
        requirePositive("bytes of an answer", answerBytesMax);
    }

    /// @param transactionsMax transactions of one batch
    /// @param bytesMax bytes of one; a single transaction may be larger
    /// @param underWayMax batches under way at once
    record Batches(int transactionsMax, int bytesMax, int underWayMax) {
        Batches {
            requirePositive("transactions of a batch", transactionsMax);
            requirePositive("bytes of a batch", bytesMax);
            requirePositive("batches under way", underWayMax);
            if (transactionsMax > PreparedBatch.TRANSACTIONS_MAX) {
                throw new IllegalArgumentException("transactions of a batch are %d (at most: %d)"
                        .formatted(transactionsMax, PreparedBatch.TRANSACTIONS_MAX));
            }
        }
    }

    static Limits defaults() {
        return new Limits(
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                1_000,
                Duration.ofMillis(10),
                Duration.ofSeconds(1),
                new Batches(PreparedBatch.TRANSACTIONS_MAX, 1 << 20, 4),
                65_536,
                WhenFull.WAIT,
                256 << 20);
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("%s is %s (expected: more than zero)".formatted(name, duration));
        }
    }

    private static void requirePositive(String name, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("%s: %d (at least: 1)".formatted(name, limit));
        }
    }
}
