/// What every History must do, and one that does it by looking at everything.
///
/// Start with [HistoryContractTest][ballast.history.testing.HistoryContractTest];
/// [InMemoryHistory][ballast.history.testing.InMemoryHistory] is the double for the tests of neighbours.
@NullMarked
package ballast.history.testing;

import org.jspecify.annotations.NullMarked;
