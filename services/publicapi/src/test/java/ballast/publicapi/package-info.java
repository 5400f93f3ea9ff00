/// Tests of the parts of the public interface.
@NullMarked
package ballast.publicapi;

import org.jspecify.annotations.NullMarked;
