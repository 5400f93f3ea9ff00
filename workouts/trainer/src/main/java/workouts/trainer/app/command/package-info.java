/// What can be done with hours, one class an act: the trainer opens and closes them, bookings hold them and give them
/// back.
///
/// Each handler decides by the rules of the domain, inside one transaction. The answer is an
/// [Outcome][workouts.trainer.app.command.Outcome]. Handlers hold no state.
@NullMarked
package workouts.trainer.app.command;

import org.jspecify.annotations.NullMarked;
