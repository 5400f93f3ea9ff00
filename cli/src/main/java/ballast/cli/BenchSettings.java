package ballast.cli;

import ballast.client.PreparedBatch;

/// What a benchmark does, checked.
///
/// @param warmUp transfers that are made before those that count
/// @param batch transfers of one call
/// @param inFlight calls under way at once
/// @param holdsPercent how many of them are holds
record BenchSettings(int accounts, int transfers, int warmUp, int batch, int inFlight, int holdsPercent, long seed) {
    /// Bounded by memory: all of them are built ahead.
    private static final int TRANSFERS_MAX = 20_000_000;

    private static final int ACCOUNTS_MAX = 10_000_000;
    private static final int IN_FLIGHT_MAX = 64;

    BenchSettings {
        checkRange("accounts", accounts, 2, ACCOUNTS_MAX);
        checkRange("transfers", transfers, 1, TRANSFERS_MAX);
        checkRange("warm-up", warmUp, 0, TRANSFERS_MAX);
        checkRange("batch", batch, 1, PreparedBatch.TRANSACTIONS_MAX);
        checkRange("in-flight", inFlight, 1, IN_FLIGHT_MAX);
        checkRange("holds", holdsPercent, 0, 100);
    }

    private static void checkRange(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException("%s must be %d to %d, not %d".formatted(name, min, max, value));
        }
    }
}
