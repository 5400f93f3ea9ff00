/// Why something was not done, and how callers are told: one table for HTTP and gRPC.
///
/// Start with [Problem][workouts.chassis.problems.Problem] and [Kind][workouts.chassis.problems.Kind]; the rest
/// turns what is thrown into answers. Stateless, used by every thread that serves a request.
@NullMarked
package workouts.chassis.problems;

import org.jspecify.annotations.NullMarked;
