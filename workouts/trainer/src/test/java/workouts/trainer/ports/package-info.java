/// What the boundary reads and answers, by tables.
@NullMarked
package workouts.trainer.ports;

import org.jspecify.annotations.NullMarked;
