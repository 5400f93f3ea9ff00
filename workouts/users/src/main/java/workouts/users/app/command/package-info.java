/// What can be done with people and their credits, one class an act.
///
/// The answer is an [Outcome][workouts.users.app.command.Outcome]. Handlers hold no state and decide nothing that
/// the ledger decides: they are the place where logs, meters and traces begin, and where rules will stand that
/// need more than one store. When the ledger does not answer, its
/// [LedgerFailure][workouts.users.domain.credit.LedgerFailure] goes through.
@NullMarked
package workouts.users.app.command;

import org.jspecify.annotations.NullMarked;
