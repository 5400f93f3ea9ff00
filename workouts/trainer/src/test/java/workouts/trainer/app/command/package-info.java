/// Each command with everything that can be answered to it.
@NullMarked
package workouts.trainer.app.command;

import org.jspecify.annotations.NullMarked;
