/// Hours in PostgreSQL, held to the contract of all that keeps hours.
@NullMarked
package workouts.trainer.adapters;

import org.jspecify.annotations.NullMarked;
