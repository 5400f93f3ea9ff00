package workouts.e2e;

/// Where the chance of a random test comes from: printed, and taken back with `-Dballast.seed=…`.
public final class Seed {
    private Seed() {}

    public static long of(Class<?> test) {
        long seed = Long.getLong("ballast.seed", System.nanoTime());
        System.out.printf("%s: seed %d (again with -Dballast.seed=%d)%n", test.getSimpleName(), seed, seed);
        return seed;
    }
}
