/// Drives sagas to their end: keeps what is owed to the neighbours, calls them, and applies their answers.
///
/// Start with [SagaDriver][workouts.trainings.app.saga.SagaDriver]: a request drives the saga that it has begun, and
/// the [Relay][workouts.trainings.app.saga.Relay] drives, by the same code, whatever was left behind by a crash, a
/// failure or a deadline. A call is owed from the transaction that decided it until the one that applies its answer;
/// no call is made inside a transaction.
@NullMarked
package workouts.trainings.app.saga;

import org.jspecify.annotations.NullMarked;
