package ballast.virtualmachine;

import ballast.ledger.LedgerTransaction;
import ballast.types.protocol.v1.RefusalReason;

/// A transaction as it was understood.
sealed interface Reading {
    /// Conditions and legs that the ledger's rules can judge.
    record Legs(LedgerTransaction transaction) implements Reading {}

    /// It is refused whatever the state.
    record Refused(RefusalReason reason) implements Reading {}
}
