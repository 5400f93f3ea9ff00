package ballast.simulation.ledger;

import ballast.types.ledger.v1.Account;
import ballast.types.protocol.v1.Outcome;

/// A ledger that can be compared with another one.
public interface LedgerUnderTest {
    /// Carries out a block.
    BlockResult execute(Block block) throws Exception;

    /// What would become of a block's only transaction if it were carried out now. Changes nothing.
    Outcome dryRun(Block block) throws Exception;

    /// An account as it stands.
    Account account(AccountName name) throws Exception;
}
