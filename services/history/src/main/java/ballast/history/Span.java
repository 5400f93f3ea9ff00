package ballast.history;

/// Numbers from one to another, both included; none if the last is below the first.
record Span(long first, long last) {
    /// Of positions, the span of all places in them.
    Span places() {
        return new Span(At.first(Math.min(first, At.POSITION_MAX)), At.last(last));
    }
}
