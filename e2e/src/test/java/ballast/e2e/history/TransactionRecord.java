package ballast.e2e.history;

import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.Transaction;

/// A transaction with an answer that a client got. One that was asked for again has another record for each answer.
///
/// @param invokedNanos when the client first asked, on the clock of the machine
/// @param returnedNanos when the client had this answer
public record TransactionRecord(Transaction transaction, Outcome outcome, long invokedNanos, long returnedNanos) {}
