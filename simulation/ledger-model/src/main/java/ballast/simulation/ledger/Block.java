package ballast.simulation.ledger;

import ballast.types.protocol.v1.Transaction;
import java.util.List;

/// Transactions that are carried out at one time.
///
/// @param timeMillis never less than that of the block before
/// @param explicitAccounts whether accounts must be opened before use
public record Block(long timeMillis, boolean explicitAccounts, List<Transaction> transactions) {
    public Block {
        transactions = List.copyOf(transactions);
    }
}
