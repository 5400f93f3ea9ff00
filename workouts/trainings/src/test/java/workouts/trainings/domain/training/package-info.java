@NullMarked
package workouts.trainings.domain.training;

import org.jspecify.annotations.NullMarked;
