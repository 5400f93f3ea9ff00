/// What the virtual machine promises, through its public face: a real journal, a log and a state storage that
/// are simulated, and real threads.
@NullMarked
package ballast.virtualmachine.spec;

import org.jspecify.annotations.NullMarked;
