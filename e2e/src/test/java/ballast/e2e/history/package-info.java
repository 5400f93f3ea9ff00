/// What a ledger answered, checked by position.
///
/// Start at [PositionHistory][ballast.e2e.history.PositionHistory]. Nothing here knows HTTP, processes or the server's
/// code: the model of a ledger is written a second time, in a few lines, so that a mistake in one is not a mistake in
/// both.
@NullMarked
package ballast.e2e.history;

import org.jspecify.annotations.NullMarked;
