@NullMarked
package workouts.users.domain.person;

import org.jspecify.annotations.NullMarked;
