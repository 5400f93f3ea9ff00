package ballast.client;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;

/// What reads answer with.
public sealed interface Found {
    /// A transaction by its id.
    ///
    /// @param reversedBy the transaction that reversed this one
    record ById(RecordedTransaction recorded, Optional<UUID> reversedBy) implements Found {}

    /// The counters of an account as they were.
    ///
    /// @param version the number of its entries by then; 0 where the moment is an effective time
    record AccountBalances(String account, String asset, Balances balances, long version) implements Found {}

    /// The sums of one asset. They may pass 2^127.
    ///
    /// @param accounts how many accounts were added up
    record AssetSum(String asset, long accounts, Balances sums) implements Found {
        /// Whether debits equal credits, as they do over all accounts.
        public boolean isBalanced() {
            return sums.posted().signum() == 0 && sums.debitsPending().equals(sums.creditsPending());
        }

        public BigInteger posted() {
            return sums.posted();
        }
    }

    /// An entry of an account, with what is worth knowing of its transaction.
    record HistoryEntry(
            Query.EntryPlace at,
            UUID transaction,
            Instant committed,
            Instant effective,
            long code,
            SequencedMap<String, String> metadata,
            Entry entry)
            implements Found {}
}
