/// The service as its callers see it: real HTTP, real PostgreSQL, and neighbours that are doubles behind real gRPC.
@NullMarked
package workouts.trainings.spec;

import org.jspecify.annotations.NullMarked;
