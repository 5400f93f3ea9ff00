/// The trainer's hours: which are free, which are held, and by which booking.
///
/// The composition root: the program, its settings, and what is wired to what. Everything else depends on the domain,
/// never the other way about: ports → app → domain ← adapters.
@NullMarked
package workouts.trainer;

import org.jspecify.annotations.NullMarked;
