/// The rules of a ledger as values and pure functions: what an account may be called, what an amount is, what a
/// transfer does to two balances.
///
/// Start with [Transfer][ballast.ledger.Transfer]. Nothing here has a clock, a thread, a store or a wire
/// format; the same arguments give the same answer on every machine, for ever. All types are immutable.
@NullMarked
package ballast.ledger;

import org.jspecify.annotations.NullMarked;
