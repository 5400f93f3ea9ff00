/// An hour of a trainer and everything that may or may not be done to it: open, close, hold for a booking, give back.
///
/// Start with [Hour][workouts.trainer.domain.hour.Hour] and [Claim][workouts.trainer.domain.hour.Claim]. Nothing here
/// knows of a database, a network or the clock on the wall: the time comes in with each act, and a refusal is an answer
/// with a reason. Everything is immutable and may be shared between threads.
@NullMarked
package workouts.trainer.domain.hour;

import org.jspecify.annotations.NullMarked;
