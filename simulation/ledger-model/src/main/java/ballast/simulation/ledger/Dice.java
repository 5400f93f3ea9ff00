package ballast.simulation.ledger;

import java.util.List;
import java.util.SplittableRandom;

/// Chance from a seed, in the words of a workload.
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /// Whether something of so many percent comes to pass.
    boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    /// Whether something of so many in ten thousand comes to pass.
    boolean perTenThousand(int share) {
        return random.nextInt(10_000) < share;
    }

    /// From 0 to `end` - 1.
    int below(int end) {
        return random.nextInt(end);
    }

    /// Both ends belong to it.
    long between(long first, long last) {
        return random.nextLong(first, last + 1);
    }

    long any() {
        return random.nextLong();
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /// One of several, each with its weight.
    @SafeVarargs
    final <T> T weighted(Weighted<T>... of) {
        int total = 0;
        for (Weighted<T> each : of) {
            total += each.weight();
        }
        int left = random.nextInt(total);
        for (Weighted<T> each : of) {
            left -= each.weight();
            if (left < 0) {
                return each.value();
            }
        }
        throw new IllegalStateException("weights add up to their sum");
    }

    /// Something with its weight among others.
    record Weighted<T>(int weight, T value) {
        static <T> Weighted<T> of(int weight, T value) {
            return new Weighted<>(weight, value);
        }
    }
}
