@NullMarked
package workouts.trainings.ports;

import org.jspecify.annotations.NullMarked;
