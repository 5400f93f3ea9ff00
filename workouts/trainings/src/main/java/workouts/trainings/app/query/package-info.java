/// What can be asked about trainings, one class a question.
@NullMarked
package workouts.trainings.app.query;

import org.jspecify.annotations.NullMarked;
