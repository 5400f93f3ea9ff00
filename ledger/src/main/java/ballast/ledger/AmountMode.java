package ballast.ledger;

/// How much a transfer or a hold moves.
public enum AmountMode {
    /// The amount, or the transaction is refused.
    EXACT,
    /// At most the amount: what the giver has before it reaches its lower limit (zero if it has none), held amounts
    /// counting as gone.
    UP_TO_AVAILABLE,
    /// At most the amount: what the taker can get before it reaches its upper limit (zero if it has none), amounts held
    /// for it counting as there.
    UP_TO_ROOM,
    /// The lesser of the two.
    UP_TO_BOTH,
}
