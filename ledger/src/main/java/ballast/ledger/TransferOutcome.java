package ballast.ledger;

/// What became of a transfer.
public sealed interface TransferOutcome {
    /// The balances right after it; one and the same for a transfer to oneself.
    record Committed(Balance sender, Balance receiver) implements TransferOutcome {}

    /// Nothing changed.
    record Refused(TransferRefusal reason) implements TransferOutcome {}
}
