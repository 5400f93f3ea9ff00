/// What a ledger answered, checked by position.
///
/// Start at [PositionHistory][ballast.e2e.history.PositionHistory] for the transfers of the first interface, and at
/// [TransactionHistory][ballast.e2e.history.TransactionHistory] for transactions of legs. Nothing here knows HTTP,
/// processes or the server's code: the model of a ledger is written a second time, so that a mistake in one is not a
/// mistake in both.
@NullMarked
package ballast.e2e.history;

import org.jspecify.annotations.NullMarked;
