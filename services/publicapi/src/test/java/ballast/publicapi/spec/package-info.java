/// What the public interface promises, over real sockets and with a virtual machine in memory behind it.
@NullMarked
package ballast.publicapi.spec;

import org.jspecify.annotations.NullMarked;
