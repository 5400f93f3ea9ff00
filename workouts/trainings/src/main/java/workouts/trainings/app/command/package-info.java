/// What can be done with trainings, one class an act: book, cancel, move, propose, approve, reject.
///
/// Each handler decides by the rules of the domain, inside one transaction, and drives what it has begun to its end or
/// to a deadline. The answer is an [Outcome][workouts.trainings.app.command.Outcome]. Handlers hold no state.
@NullMarked
package workouts.trainings.app.command;

import org.jspecify.annotations.NullMarked;
