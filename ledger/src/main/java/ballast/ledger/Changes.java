package ballast.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// One transaction while its legs are applied: what its legs may see and write, and the entries that they have made.
final class Changes {
    private final TransactionId transaction;
    private final LedgerState state;
    private final BlockContext block;
    private final List<Entry> entries = new ArrayList<>(2);
    private int extensions;
    private int leg;

    Changes(TransactionId transaction, LedgerState state, BlockContext block) {
        this.transaction = transaction;
        this.state = state;
        this.block = block;
    }

    /// From now on, entries are made by this leg.
    void begin(int nextLeg) {
        leg = nextLeg;
    }

    TransactionId transaction() {
        return transaction;
    }

    /// Whether there is a transaction with this id: one that was decided before, or this one.
    boolean isKnown(TransactionId id) {
        return id.equals(transaction) || state.isRecorded(id);
    }

    LedgerState state() {
        return state;
    }

    long timeMillis() {
        return block.timeMillis();
    }

    /// The id of the hold that this leg places.
    HoldId holdId() {
        return new HoldId(transaction, leg);
    }

    /// Whether the account must be opened before this leg may touch it.
    boolean isMissing(Account account) {
        return block.explicitAccounts() && !account.opened();
    }

    /// Whether the account's address has no room for one more asset and would need it.
    boolean isOneTooMany(AccountKey key, Account account) {
        return account.isEmpty() && state.assetCount(key.address()) >= Ledger.ASSETS_MAX;
    }

    /// Why a leg that names one account cannot change it; empty if it can.
    Optional<RefusalReason> untouchable(AccountKey key, Account account) {
        if (isMissing(account)) {
            return Optional.of(RefusalReason.ACCOUNT_NOT_FOUND);
        }
        if (isOneTooMany(key, account)) {
            return Optional.of(RefusalReason.TOO_MANY_ASSETS);
        }
        return account.closed() ? Optional.of(RefusalReason.ACCOUNT_ALREADY_CLOSED) : Optional.empty();
    }

    Sides sides(AccountKey from, AccountKey to) {
        return new Sides(from, state.account(from), to, state.account(to));
    }

    /// Moves an amount between accounts that stand as they were read, and makes the two entries; or says why it cannot.
    Optional<RefusalReason> move(Movement movement, Sides sides, Int128 amount) {
        if (!hasRoomFor(2)) {
            return Optional.of(RefusalReason.TOO_MANY_ENTRIES);
        }
        var giver = sides.giver();
        var taker = sides.taker();
        var debited = giver.next(giver.balances().debit(movement, amount), timeMillis());
        var credited = taker.next(taker.balances().credit(movement, amount), timeMillis());
        write(sides.from(), debited, movement.debit(), amount);
        write(sides.to(), credited, movement.credit(), amount);
        return Optional.empty();
    }

    /// Puts an account with its next version, and makes an entry that moves nothing; or says why it cannot.
    Optional<RefusalReason> change(AccountKey key, Account account, Entry.Kind kind) {
        if (!hasRoomFor(1)) {
            return Optional.of(RefusalReason.TOO_MANY_ENTRIES);
        }
        write(key, account, kind, Int128.ZERO);
        return Optional.empty();
    }

    /// Puts a hold with another deadline, which costs what a movement does and takes its room; or says why it cannot.
    Optional<RefusalReason> extend(HoldId id, Hold hold, Deadline deadline) {
        if (!hasRoomFor(2)) {
            return Optional.of(RefusalReason.TOO_MANY_ENTRIES);
        }
        extensions++;
        state.putHold(id, hold.extended(deadline.millis()));
        deadline.schedule(id, state);
        return Optional.empty();
    }

    private boolean hasRoomFor(int more) {
        return entries.size() + 2 * extensions + more <= Ledger.ENTRIES_MAX;
    }

    private void write(AccountKey key, Account account, Entry.Kind kind, Int128 amount) {
        if (account.version() == 1) {
            state.addAsset(key);
        }
        state.putAccount(key, account);
        entries.add(new Entry(leg, key, kind, amount, account.balances(), account.version()));
    }

    List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }
}
