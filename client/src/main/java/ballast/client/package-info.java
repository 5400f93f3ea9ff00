/// The Java client: everything that the public interface does, typed, with retries that can never double.
///
/// Start at [BallastClient][ballast.client.BallastClient]: it has the blocking calls, and
/// [async()][ballast.client.BallastClient#async] those that answer later. Requests and outcomes are values of this
/// package; nobody who uses it sees a protobuf message or a gRPC status.
///
/// Threads: everything public is thread-safe or immutable. Answers are delivered on the executor that the builder
/// was given, by default a virtual thread each, so whoever waits there holds up nobody else. One thread, `ballast
/// client timer`, keeps deadlines and pauses.
@NullMarked
package ballast.client;

import org.jspecify.annotations.NullMarked;
