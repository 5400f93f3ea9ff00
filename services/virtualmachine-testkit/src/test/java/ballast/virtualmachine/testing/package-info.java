/// The doubles against the contract and against what their names say.
@NullMarked
package ballast.virtualmachine.testing;

import org.jspecify.annotations.NullMarked;
