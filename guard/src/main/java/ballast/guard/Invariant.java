package ballast.guard;

import java.util.function.Supplier;

/// Checks that are never switched off, unlike `assert`.
public final class Invariant {
    private Invariant() {}

    /// Throws [InvariantViolation] unless `holds`. The message says what holds in a correct program.
    public static void check(boolean holds, String message) {
        if (!holds) {
            throw new InvariantViolation(message);
        }
    }

    /// As above, for a message that carries figures and should cost nothing while all is well.
    public static void check(boolean holds, Supplier<String> message) {
        if (!holds) {
            throw new InvariantViolation(message.get());
        }
    }
}
