/// What can be asked about hours, one class a question.
@NullMarked
package workouts.trainer.app.query;

import org.jspecify.annotations.NullMarked;
