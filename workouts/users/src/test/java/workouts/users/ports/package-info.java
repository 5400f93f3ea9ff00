@NullMarked
package workouts.users.ports;

import org.jspecify.annotations.NullMarked;
