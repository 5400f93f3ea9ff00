@NullMarked
package workouts.chassis.failpoints;

import org.jspecify.annotations.NullMarked;
