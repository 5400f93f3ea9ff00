package ballast.e2e.history;

/// A transfer with the answer that a client got. A transfer that was asked for again has another record for each
/// answer.
///
/// @param position the place in the order of all transactions that the answer named
/// @param invokedNanos when the client first asked, on the clock of the machine
/// @param returnedNanos when the client had this answer
public record TransferRecord(Transfer transfer, long position, Result result, long invokedNanos, long returnedNanos) {
    boolean sameAnswer(TransferRecord other) {
        return transfer.equals(other.transfer) && position == other.position && result.equals(other.result);
    }

    /// Both records as one operation: asked for when it was first asked for, done when it was first answered.
    TransferRecord merge(TransferRecord other) {
        return new TransferRecord(
                transfer,
                position,
                result,
                Math.min(invokedNanos, other.invokedNanos),
                Math.min(returnedNanos, other.returnedNanos));
    }
}
