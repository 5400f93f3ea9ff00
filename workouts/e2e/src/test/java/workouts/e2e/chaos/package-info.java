/// The application while its processes are killed. Start at [KillsChaos][workouts.e2e.chaos.KillsChaos].
@NullMarked
package workouts.e2e.chaos;

import org.jspecify.annotations.NullMarked;
