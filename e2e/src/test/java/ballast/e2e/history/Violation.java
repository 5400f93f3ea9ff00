package ballast.e2e.history;

/// A promise that a history breaks, with what shows it.
public record Violation(Rule rule, String evidence) {
    /// The promises, in the order in which they are checked.
    public enum Rule {
        /// A key is one transfer with one position and one result, however often it is asked for.
        A_KEY_HAS_ONE_ANSWER,
        /// No two transfers share a position.
        A_POSITION_HAS_ONE_TRANSFER,
        /// The positions of all transfers are 1, 2, 3, … without a hole.
        POSITIONS_ARE_DENSE,
        /// Carried out in the order of positions, the transfers before it give a transfer's result.
        RESULTS_FOLLOW_FROM_THE_ORDER,
        /// A read shows the effects of all transfers up to its position, and of no other.
        READS_FOLLOW_FROM_THE_ORDER,
        /// Nothing that had been answered before another was asked for comes after it in the order.
        THE_ORDER_RESPECTS_REAL_TIME,
    }
}
