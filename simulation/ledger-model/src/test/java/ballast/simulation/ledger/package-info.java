@NullMarked
package ballast.simulation.ledger;

import org.jspecify.annotations.NullMarked;
