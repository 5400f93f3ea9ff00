/// Everything that this service can be asked to do, in one place for its ports.
@NullMarked
package workouts.trainer.app;

import org.jspecify.annotations.NullMarked;
