/// The three services in one process, on real HTTP, gRPC and PostgreSQL and before Ballast's public interface, with one
/// clock for all and with faults between them. Start at
/// [GymInOneProcess][workouts.e2e.acceptance.GymInOneProcess].
@NullMarked
package workouts.e2e.acceptance;

import org.jspecify.annotations.NullMarked;
