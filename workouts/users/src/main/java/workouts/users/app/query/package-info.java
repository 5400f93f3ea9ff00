/// What can be asked about people and their credits, one class a question. Handlers hold no state; a
/// [LedgerFailure][workouts.users.domain.credit.LedgerFailure] goes through.
@NullMarked
package workouts.users.app.query;

import org.jspecify.annotations.NullMarked;
