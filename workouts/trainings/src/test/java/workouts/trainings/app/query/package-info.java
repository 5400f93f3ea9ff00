@NullMarked
package workouts.trainings.app.query;

import org.jspecify.annotations.NullMarked;
