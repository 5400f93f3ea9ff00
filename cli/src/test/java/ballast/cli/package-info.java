/// Tests of what people write and what they read.
@NullMarked
package ballast.cli;

import org.jspecify.annotations.NullMarked;
