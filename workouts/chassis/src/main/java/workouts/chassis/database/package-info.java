/// The service's own schema: a small pool of connections, migrations, transactions.
///
/// Start with [Transactions][workouts.chassis.database.Transactions]. Thread-safe.
@NullMarked
package workouts.chassis.database;

import org.jspecify.annotations.NullMarked;
