package ballast.client;

/// What happens to a call when as many as may wait are waiting.
public enum WhenFull {
    /// The calling thread waits for room, up to the call's deadline.
    WAIT,
    /// It fails at once, as overloaded.
    FAIL
}
