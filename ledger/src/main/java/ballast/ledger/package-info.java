/// The rules of a ledger as values and pure functions: what an account may be called, what an amount is, and what each
/// kind of leg does to accounts and holds.
///
/// Start with [Ledger][ballast.ledger.Ledger]. Nothing here has a clock, a thread, a store or a wire format; the same
/// arguments give the same answer on every machine, for ever. All public types are immutable but
/// [LedgerState][ballast.ledger.LedgerState], the port to what the rules read and write.
@NullMarked
package ballast.ledger;

import org.jspecify.annotations.NullMarked;
