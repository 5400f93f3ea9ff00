/// What a test of a service needs: a database, tokens, a clock that stands still, and a look at the contract.
@NullMarked
package workouts.chassis.testing;

import org.jspecify.annotations.NullMarked;
