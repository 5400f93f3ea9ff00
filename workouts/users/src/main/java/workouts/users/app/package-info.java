/// What the service can do: the commands in [workouts.users.app.command], the queries in
/// [workouts.users.app.query].
///
/// Start at [Application][workouts.users.app.Application].
@NullMarked
package workouts.users.app;

import org.jspecify.annotations.NullMarked;
