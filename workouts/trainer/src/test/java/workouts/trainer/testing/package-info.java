/// What the tests of this service share: hours in memory, and the contract of everything that keeps hours.
@NullMarked
package workouts.trainer.testing;

import org.jspecify.annotations.NullMarked;
