/// The composition root: reads the configuration, opens the data folder, joins the services and ends them in order.
///
/// Start with [Node][ballast.node.Node]; [Main][ballast.node.Main] is its command line. Only this package touches the
/// real clock, real chance and the end of the process. Nobody depends on it.
@NullMarked
package ballast.node;

import org.jspecify.annotations.NullMarked;
