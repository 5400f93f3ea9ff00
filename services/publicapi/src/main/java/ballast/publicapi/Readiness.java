package ballast.publicapi;

/// Whether requests should be sent here.
public sealed interface Readiness {
    /// They should.
    record Ready() implements Readiness {}

    /// They should not, for a reason that is told to whoever asks.
    record NotReady(String reason) implements Readiness {}
}
