/// Tests of the client against servers that do what servers do when they fail.
@NullMarked
package ballast.client;

import org.jspecify.annotations.NullMarked;
