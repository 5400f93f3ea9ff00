package workouts.users.domain.credit;

/// What the transactions of this application are about, by the number that they carry in the ledger. Numbers are
/// never used again for something else.
///
/// A cancellation has one transaction, so that its two parts happen together, and three numbers, so that each part
/// can be told: where both are there, the refund comes first.
public enum TransactionKind {
    OPEN(1),
    GRANT(2),
    TAKE(3),
    HOLD(4),
    CAPTURE(5),
    RELEASE(6),
    /// Moves nothing. It takes the name of a hold, so that no hold can have it.
    BAR(7),
    REFUND(8),
    FINE(9),
    REFUND_AND_FINE(10);

    private final int code;

    TransactionKind(int code) {
        this.code = code;
    }

    /// Its number in the ledger.
    public int code() {
        return code;
    }
}
