package ballast.client;

/// A transaction with what became of it.
///
/// @param transaction as it was asked for; with its id
/// @param isWhole false where something of it cannot be shown and was left out: a call of a contract, a leg of a
///     newer ledger, or part of a request that was refused because it is malformed
public record RecordedTransaction(Transaction transaction, boolean isWhole, Outcome outcome) {
    public long position() {
        return outcome.position();
    }
}
