@NullMarked
package workouts.chassis.settings;

import org.jspecify.annotations.NullMarked;
