/// A service with no business at all, to see what the chassis alone does.
@NullMarked
package workouts.chassis.tiny;

import org.jspecify.annotations.NullMarked;
