/// The history of the ledger: every block with its outcomes, chained by hash, in append-only segment files.
///
/// Start with [Journal][ballast.journal.Journal]. The journal stores bytes and knows neither transactions nor
/// contracts. Blocks are appended by one thread; any thread may read old ones and force new ones to disk.
///
/// What a crash can leave is cut off when a journal is opened; anything else that is wrong is refused by file, height
/// and byte. The files are described byte by byte in `docs/journal-format.md`.
@NullMarked
package ballast.journal;

import org.jspecify.annotations.NullMarked;
