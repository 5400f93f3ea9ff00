/// Calls between services: the server with its interceptors, and channels to the neighbours.
///
/// Start with [GrpcServer][workouts.chassis.grpc.GrpcServer] and [Neighbours][workouts.chassis.grpc.Neighbours].
/// Every call has a credential, a deadline and a trace; a refusal travels as a status and a slug. Every call is
/// served on a virtual thread of its own.
@NullMarked
package workouts.chassis.grpc;

import org.jspecify.annotations.NullMarked;
