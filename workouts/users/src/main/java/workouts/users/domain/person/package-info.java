/// The people who use the application: who they were when they were last here.
///
/// Start at [PersonRepository][workouts.users.domain.person.PersonRepository]. Values are immutable.
@NullMarked
package workouts.users.domain.person;

import org.jspecify.annotations.NullMarked;
