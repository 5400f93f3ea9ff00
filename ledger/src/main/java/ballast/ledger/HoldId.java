package ballast.ledger;

/// Names a hold: the transaction that placed it, and which of its legs did, from 0.
public record HoldId(TransactionId transaction, int leg) {
    @Override
    public String toString() {
        return transaction + " leg " + leg;
    }
}
