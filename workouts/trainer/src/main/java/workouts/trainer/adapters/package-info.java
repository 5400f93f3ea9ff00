/// Hours in PostgreSQL.
@NullMarked
package workouts.trainer.adapters;

import org.jspecify.annotations.NullMarked;
