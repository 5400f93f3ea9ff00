/// The ledger's rules as tables, and 128-bit arithmetic against [java.math.BigInteger].
@NullMarked
package ballast.ledger;

import org.jspecify.annotations.NullMarked;
