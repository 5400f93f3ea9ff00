@NullMarked
package workouts.users.app;

import org.jspecify.annotations.NullMarked;
