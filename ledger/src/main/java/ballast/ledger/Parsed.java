package ballast.ledger;

/// What came of reading a text that somebody else wrote.
public sealed interface Parsed<T> {
    /// The text is well formed.
    record Valid<T>(T value) implements Parsed<T> {}

    /// The text is not; `flaw` tells its author what to change.
    record Invalid<T>(String flaw) implements Parsed<T> {}
}
