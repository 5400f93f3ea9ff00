package workouts.users.domain.credit;

/// How many credits one step may move.
public final class Amounts {
    /// Nobody books so much at once. Balances stay far within 64 bits: it would take 10^12 such steps to leave
    /// them.
    public static final long STEP_MAX = 1_000_000;

    private Amounts() {}

    static long require(String what, long amount, long least) {
        if (amount < least || amount > STEP_MAX) {
            throw new IllegalArgumentException("%s must be from %d to %d".formatted(what, least, STEP_MAX));
        }
        return amount;
    }
}
