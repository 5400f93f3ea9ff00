package ballast.ledger;

/// Why the ledger refuses a transfer that is well formed, in order of precedence.
public enum TransferRefusal {
    /// The sender's balance would fall below [Balance#MIN].
    SENDER_BALANCE_OVERFLOW,
    /// The receiver's balance would rise above [Balance#MAX].
    RECEIVER_BALANCE_OVERFLOW,
}
