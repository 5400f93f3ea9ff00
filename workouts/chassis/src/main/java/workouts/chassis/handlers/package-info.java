/// What a service can be asked to do: one handler a command or query, and what is wrapped around each.
///
/// Start with [CommandHandler][workouts.chassis.handlers.CommandHandler] and
/// [Decorators][workouts.chassis.handlers.Decorators]. Handlers are called from many threads.
@NullMarked
package workouts.chassis.handlers;

import org.jspecify.annotations.NullMarked;
