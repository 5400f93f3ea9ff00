/// Real servers in processes of their own, and a client that speaks to them over real HTTP.
///
/// Start at [Nodes][ballast.e2e.process.Nodes], which a test registers as an extension: it starts servers from the
/// distribution, ends what it started and nothing else, and prints their logs when a test fails.
@NullMarked
package ballast.e2e.process;

import org.jspecify.annotations.NullMarked;
