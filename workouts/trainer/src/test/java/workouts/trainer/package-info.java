/// The whole service from outside, over HTTP and gRPC, on a real database.
@NullMarked
package workouts.trainer;

import org.jspecify.annotations.NullMarked;
