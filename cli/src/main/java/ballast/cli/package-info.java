/// The command line of people and scripts that use a ledger: transfer, look, import, watch, measure.
///
/// Start at [Main][ballast.cli.Main]. Each command is a class that asks the [client][ballast.client.BallastClient]
/// and prints the answer, as a table for people or as JSON for scripts. Exit status 0: done; 1: refused, or it
/// failed; 2: the command was written wrongly. The server's own commands are in the module `node`.
///
/// Threads: a command runs on the main thread; answers of the benchmark and the import arrive on the client's.
@NullMarked
package ballast.cli;

import org.jspecify.annotations.NullMarked;
