/// Named moments at which a test can end or disturb a process. In production nothing happens at them.
///
/// Start with [FailPoints][workouts.chassis.failpoints.FailPoints]. Called from any thread.
@NullMarked
package workouts.chassis.failpoints;

import org.jspecify.annotations.NullMarked;
