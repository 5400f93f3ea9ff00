/// Orders transactions, runs contracts and answers: the one place where the ledger changes.
///
/// Start with [LedgerVirtualMachine][ballast.virtualmachine.LedgerVirtualMachine]. Inside, calls and committed
/// entries meet in the [Inbox][ballast.virtualmachine.Inbox]; one thread takes them out, turn by turn, in
/// [Turns][ballast.virtualmachine.Turns]; a committed block goes through
/// [BlockExecutor][ballast.virtualmachine.BlockExecutor], a pure step function, and then through
/// [BlockApplier][ballast.virtualmachine.BlockApplier] into the journal and the state.
///
/// Threads: everything but the classes marked `@ThreadSafe` is confined to the machine's own thread.
@NullMarked
package ballast.virtualmachine;

import org.jspecify.annotations.NullMarked;
