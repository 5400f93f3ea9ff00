/// The application as those see it who use it, wherever its services run: guests who book and cancel, and the books
/// that have to agree in the end. Everything goes over the public interfaces, and every answer is held against the
/// contracts. Start at [Gym][workouts.e2e.gym.Gym].
@NullMarked
package workouts.e2e.gym;

import org.jspecify.annotations.NullMarked;
