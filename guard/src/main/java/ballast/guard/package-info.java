/// What must always hold, and the named places where tests break it on purpose.
///
/// [Invariant][ballast.guard.Invariant] is checked in production too: a ledger stops rather than go on in a wrong
/// state. [FailPoint][ballast.guard.FailPoint] names the moments at which a crash is most likely to hurt; a process
/// that nobody armed passes them for the price of a virtual call.
@NullMarked
package ballast.guard;

import org.jspecify.annotations.NullMarked;
