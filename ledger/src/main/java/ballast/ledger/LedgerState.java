package ballast.ledger;

import java.util.List;
import java.util.Optional;

/// What the ledger's rules read and write.
///
/// What was put is seen by the reads after it, at once. The state is transactional: if the outcome is a refusal, the
/// caller drops everything that was put since the transaction began, so the rules put as they go.
public interface LedgerState {
    /// The account as it stands; [Account#EMPTY] if nobody has used it.
    Account account(AccountKey key);

    void putAccount(AccountKey key, Account account);

    /// How many assets an address has.
    int assetCount(Address address);

    /// Adds the asset of an account to its address. Called once for each account, before its first entry is put.
    void addAsset(AccountKey key);

    /// Whether there is a transaction with this id, committed or refused. The one that is being applied need not count.
    boolean isRecorded(TransactionId transaction);

    /// The hold as it stands; empty if there was never one of this id.
    Optional<Hold> hold(HoldId id);

    /// Adds a new hold to those of its transaction, the one that is being applied.
    void addHold(HoldId id, Hold hold);

    /// Changes a hold that was added before.
    void putHold(HoldId id, Hold hold);

    /// Every hold that a transaction placed, whatever became of it, by leg; empty if it placed none, or if there is no
    /// such transaction. Of the one that is being applied, those that were added by now.
    List<HoldId> holdsOf(TransactionId transaction);

    /// Asks for an [expiry][Leg.Expire] of a hold at the first block with this time or a later one. May ask for
    /// many times for one hold; only the one that stands in the hold then counts.
    void schedule(HoldId id, long deadlineMillis);

    /// The entries of a transaction's outcome, in order; empty if it was refused, or if there is no such transaction.
    List<Entry> entriesOf(TransactionId transaction);

    /// The transaction that reversed this one.
    Optional<TransactionId> reversedBy(TransactionId original);

    void putReversedBy(TransactionId original, TransactionId reversal);
}
