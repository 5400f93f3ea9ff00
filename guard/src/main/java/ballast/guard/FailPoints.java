package ballast.guard;

/// Told each time that the program passes a [FailPoint].
@FunctionalInterface
public interface FailPoints {
    /// Called on the thread that does the step, which goes on when this returns.
    void passed(FailPoint point);

    /// What production runs with: nothing happens.
    static FailPoints disarmed() {
        return point -> {};
    }
}
