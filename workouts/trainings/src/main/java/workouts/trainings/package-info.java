/// Trainings, and the changes of them that more than one service has to agree to.
///
/// The composition root: the program, its settings, and what is wired to what. Everything else depends on the domain,
/// never the other way about: ports → app → domain ← adapters.
@NullMarked
package workouts.trainings;

import org.jspecify.annotations.NullMarked;
