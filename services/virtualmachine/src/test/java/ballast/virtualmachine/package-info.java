/// The machine's parts, one by one and without threads.
@NullMarked
package ballast.virtualmachine;

import org.jspecify.annotations.NullMarked;
