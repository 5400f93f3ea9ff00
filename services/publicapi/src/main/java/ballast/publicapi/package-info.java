/// The service that applications call: HTTP and gRPC in front of the virtual machine.
///
/// [PublicApiService][ballast.publicapi.PublicApiService] checks requests and maps outcomes, over any transport.
/// [PublicApiServer][ballast.publicapi.PublicApiServer] is the transport: one port for HTTP/1.1, HTTP/2 and gRPC. It
/// keeps no state but its connections.
///
/// Threads: a connection belongs to one event loop, and so does everything that is done for it. Nothing here may block
/// one. Answers arrive on the virtual machine's thread and are handed over through
/// [Completions][ballast.publicapi.Completions]; that is the only place where threads meet. What a caller may send is
/// in `docs/api.md`.
@NullMarked
package ballast.publicapi;

import org.jspecify.annotations.NullMarked;
