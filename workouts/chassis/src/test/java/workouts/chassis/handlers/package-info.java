@NullMarked
package workouts.chassis.handlers;

import org.jspecify.annotations.NullMarked;
