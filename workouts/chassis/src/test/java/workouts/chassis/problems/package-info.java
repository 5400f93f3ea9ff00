@NullMarked
package workouts.chassis.problems;

import org.jspecify.annotations.NullMarked;
