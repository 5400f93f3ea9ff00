/// The whole ledger, written a second time: a model to compare the real one with, and chance to compare them on.
///
/// Start at [LedgerModel][ballast.simulation.ledger.LedgerModel]: plain maps and big integers, one transaction
/// after the other, written from the contracts alone. [Workload][ballast.simulation.ledger.Workload] draws
/// transactions of every kind from a seed, [Comparison][ballast.simulation.ledger.Comparison] gives them to both,
/// and [PlantedBug][ballast.simulation.ledger.PlantedBug] lists the mistakes that it is known to find. For tests
/// only. Nothing here knows the code that it judges, and everything belongs to the thread that uses it.
@NullMarked
package ballast.simulation.ledger;

import org.jspecify.annotations.NullMarked;
