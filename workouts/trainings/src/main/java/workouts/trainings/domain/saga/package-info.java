/// Booking, cancelling and moving as state machines: what is owed to which neighbour, and what follows from its answer.
///
/// Start with [Saga][workouts.trainings.domain.saga.Saga]. A saga stands at one step, which is one call to a neighbour
/// that may be repeated until there is an answer; the answer gives an effect on the training and the next step. An
/// unknown outcome is no answer, so no machine ever sees one. Pure and immutable.
@NullMarked
package workouts.trainings.domain.saga;

import org.jspecify.annotations.NullMarked;
