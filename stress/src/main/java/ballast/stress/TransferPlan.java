package ballast.stress;

import java.util.SplittableRandom;

/// The transfers of a run, each drawn from the seed and its own number, so that any thread may take any of them.
///
/// A sender is its own receiver once in as many transfers as there are users.
record TransferPlan(long seed, int users) {
    static final int AMOUNT_MAX = 1_000;

    /// An odd constant that spreads neighbouring numbers over all seeds: 2^64 over the golden ratio.
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    Transfer at(long number) {
        var random = new SplittableRandom(seed + number * SPREAD);
        return new Transfer(random.nextInt(users), random.nextInt(users), 1 + random.nextInt(AMOUNT_MAX));
    }
}
