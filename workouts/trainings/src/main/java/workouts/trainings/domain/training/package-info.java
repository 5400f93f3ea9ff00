/// A training and everything that may or may not be done to it: book, cancel, move, propose, approve, reject.
///
/// Start with [Training][workouts.trainings.domain.training.Training]. Nothing here knows of a database, a network or
/// the clock on the wall: the time comes in with each act, and a refusal is an answer with a reason. Everything is
/// immutable and may be shared between threads.
@NullMarked
package workouts.trainings.domain.training;

import org.jspecify.annotations.NullMarked;
