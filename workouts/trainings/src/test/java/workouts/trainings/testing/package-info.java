/// What the tests of this service share: trainings to start from, stores in memory, and neighbours that fail on demand.
@NullMarked
package workouts.trainings.testing;

import org.jspecify.annotations.NullMarked;
