package ballast.publicapi;

/// How far a stop has come: at first it is only announced and everything is served as before, then nothing more is
/// taken on. Thread-safe.
final class StopPhase {
    private volatile boolean announced;
    private volatile boolean closed;

    void announce() {
        announced = true;
    }

    void close() {
        closed = true;
    }

    /// Whether each answer shall be the last one of its connection.
    boolean isAnnounced() {
        return announced;
    }

    /// Whether a request that arrives now is turned away.
    boolean isClosed() {
        return closed;
    }
}
