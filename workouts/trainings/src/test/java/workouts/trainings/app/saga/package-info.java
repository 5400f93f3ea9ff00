@NullMarked
package workouts.trainings.app.saga;

import org.jspecify.annotations.NullMarked;
