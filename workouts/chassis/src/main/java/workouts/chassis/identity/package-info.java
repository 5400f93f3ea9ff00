/// Who is calling: bearer tokens, and what they say.
///
/// Start with [Caller][workouts.chassis.identity.Caller]; a controller that takes one as a parameter gets it.
/// Which tokens are trusted is decided once, at the start, by
/// [IdentitySettings][workouts.chassis.identity.IdentitySettings].
@NullMarked
package workouts.chassis.identity;

import org.jspecify.annotations.NullMarked;
