@NullMarked
package workouts.trainings.adapters;

import org.jspecify.annotations.NullMarked;
