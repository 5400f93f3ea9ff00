@NullMarked
package workouts.users.adapters;

import org.jspecify.annotations.NullMarked;
