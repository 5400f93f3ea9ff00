package ballast.virtualmachine;

import ballast.ledger.LedgerTransaction;
import ballast.types.protocol.v1.RefusalReason;
import java.util.ArrayList;
import java.util.List;

/// A transaction as it was understood.
sealed interface Reading {
    /// Conditions and legs that the ledger's rules can judge.
    ///
    /// @param accounts those that its legs name, as soon as they are found
    record Legs(LedgerTransaction transaction, List<StateOverlay.Found> accounts) implements Reading {
        Legs(LedgerTransaction transaction) {
            this(transaction, new ArrayList<>(2));
        }
    }

    /// It is refused whatever the state.
    record Refused(RefusalReason reason) implements Reading {}
}
