/// Where people and credits are really kept: people in PostgreSQL, credits on Ballast.
///
/// Start at [CreditsOnBallast][workouts.users.adapters.CreditsOnBallast], the only class of the application that
/// talks to the ledger. Everything here is thread-safe and without state of its own.
@NullMarked
package workouts.users.adapters;

import org.jspecify.annotations.NullMarked;
