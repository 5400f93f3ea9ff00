/// The rules of an hour as tables.
@NullMarked
package workouts.trainer.domain.hour;

import org.jspecify.annotations.NullMarked;
