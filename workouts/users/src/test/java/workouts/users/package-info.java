/// The whole service over HTTP and gRPC, with a real database and a real interface of the ledger.
@NullMarked
package workouts.users;

import org.jspecify.annotations.NullMarked;
