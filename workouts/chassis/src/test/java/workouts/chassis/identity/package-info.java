@NullMarked
package workouts.chassis.identity;

import org.jspecify.annotations.NullMarked;
