package ballast.guard;

/// Told each time that the program passes a [FailPoint].
@FunctionalInterface
public interface FailPoints {
    /// Called on the thread that does the step, which goes on when this returns.
    void passed(FailPoint point);

    /// Whether this point is waited for. A step that is one write in production is split around its point
    /// only then.
    default boolean armed(FailPoint point) {
        return false;
    }

    /// What production runs with: nothing happens.
    static FailPoints disarmed() {
        return point -> {};
    }
}
