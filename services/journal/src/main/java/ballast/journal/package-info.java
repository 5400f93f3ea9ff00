/// The history of the ledger: every block with its outcomes, chained by hash, in append-only segment files.
///
/// Start with [Journal][ballast.journal.Journal]. The journal stores bytes and knows neither transactions nor
/// contracts.
/// A journal is confined to one thread, except for [Journal#force][ballast.journal.Journal#force], which any thread may
/// call.
@NullMarked
package ballast.journal;

import org.jspecify.annotations.NullMarked;
