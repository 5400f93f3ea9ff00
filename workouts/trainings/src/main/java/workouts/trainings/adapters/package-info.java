/// The outside world as the application sees it: PostgreSQL for trainings and sagas, gRPC to the trainer and to the
/// users.
@NullMarked
package workouts.trainings.adapters;

import org.jspecify.annotations.NullMarked;
