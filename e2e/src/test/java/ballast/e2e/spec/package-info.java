/// What the system promises to those who run it and call it, on real processes over real HTTP and gRPC.
@NullMarked
package ballast.e2e.spec;

import org.jspecify.annotations.NullMarked;
