@NullMarked
package workouts.trainings.domain.saga;

import org.jspecify.annotations.NullMarked;
