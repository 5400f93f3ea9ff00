package ballast.stress;

/// What the connections of a run do together.
///
/// Implementations are thread-safe: every connection's thread calls them.
interface Work {
    /// Does one request over the caller's connection. False, and nothing done, when the work is finished.
    boolean step(LedgerClient client);

    /// The part of the work that is behind, 0 to 1.
    double done();
}
