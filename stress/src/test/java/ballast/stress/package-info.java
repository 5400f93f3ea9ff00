/// Proves that the stress run has teeth: small servers that are right, and ones that are wrong in one way each.
@NullMarked
package ballast.stress;

import org.jspecify.annotations.NullMarked;
