/// Each question with its answers.
@NullMarked
package workouts.trainer.app.query;

import org.jspecify.annotations.NullMarked;
