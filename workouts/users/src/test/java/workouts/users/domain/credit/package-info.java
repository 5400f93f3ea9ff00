@NullMarked
package workouts.users.domain.credit;

import org.jspecify.annotations.NullMarked;
