/// Doubles of the virtual machine for the specifications of its callers, and the numbered contract that doubles
/// and the real thing both pass.
///
/// Start with [FakeVirtualMachine][ballast.virtualmachine.testing.FakeVirtualMachine], a whole ledger in
/// memory. The others do one wrong thing each. [Messages][ballast.virtualmachine.testing.Messages] builds
/// requests and reads answers.
@NullMarked
package ballast.virtualmachine.testing;

import org.jspecify.annotations.NullMarked;
