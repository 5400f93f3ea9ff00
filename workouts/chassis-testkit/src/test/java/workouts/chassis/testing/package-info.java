@NullMarked
package workouts.chassis.testing;

import org.jspecify.annotations.NullMarked;
