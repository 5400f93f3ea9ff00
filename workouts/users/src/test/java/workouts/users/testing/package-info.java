/// The contracts of the ports to the outside, and doubles that keep them.
@NullMarked
package workouts.users.testing;

import org.jspecify.annotations.NullMarked;
