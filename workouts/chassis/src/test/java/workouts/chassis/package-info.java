@NullMarked
package workouts.chassis;

import org.jspecify.annotations.NullMarked;
