/// How the service is reached: HTTP for people's programs, gRPC for the other services. Each port reads who is
/// calling, decodes, builds a command or a query, and maps what comes back. Nothing is decided here.
@NullMarked
package workouts.users.ports;

import org.jspecify.annotations.NullMarked;
