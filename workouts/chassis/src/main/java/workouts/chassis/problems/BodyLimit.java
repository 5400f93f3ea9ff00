package workouts.chassis.problems;

/// How much a request may bring.
public final class BodyLimit {
    /// The longest sensible body, 400 hours or 1,000 characters of notes all escaped, has less than 13 KiB.
    public static final int BYTES_MAX = 65_536;

    private BodyLimit() {}
}
