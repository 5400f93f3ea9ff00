/// A load that knows what every balance must be.
///
/// Start at [StressRun][ballast.stress.StressRun]: it drives seeded transfers over plain HTTP against any server with
/// the API of [LedgerClient][ballast.stress.LedgerClient], keeps its own ledger of what was acknowledged, and then
/// compares every balance to the last unit. It trusts nothing that the server says about itself, and needs the JDK
/// only.
///
/// Threads: each of a run's connections has a virtual thread of its own, started and joined by
/// [Workers][ballast.stress.Workers].
@NullMarked
package ballast.stress;

import org.jspecify.annotations.NullMarked;
