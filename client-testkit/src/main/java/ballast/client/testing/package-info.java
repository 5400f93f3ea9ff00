/// A whole server in the process of a test: the real public interface before a ledger in memory.
///
/// Start at [ServerInMemory][ballast.client.testing.ServerInMemory].
@NullMarked
package ballast.client.testing;

import org.jspecify.annotations.NullMarked;
