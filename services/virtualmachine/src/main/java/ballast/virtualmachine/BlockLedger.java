package ballast.virtualmachine;

import ballast.ledger.Account;
import ballast.ledger.AccountKey;
import ballast.ledger.Address;
import ballast.ledger.Asset;
import ballast.ledger.Entry;
import ballast.ledger.Hold;
import ballast.ledger.HoldId;
import ballast.ledger.LedgerState;
import ballast.ledger.TransactionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The state as the ledger's rules read and write it while one transaction runs.
final class BlockLedger implements LedgerState {
    private static final Comparator<Asset> BY_NAME = Comparator.comparing(Asset::value);

    private final StateOverlay overlay;
    private final DeadlineHeap deadlines;
    private final Recorded recorded;
    private TransactionId running = Deadline.NONE.hold().transaction();
    private LegSet holds = LegSet.NONE;
    private long holdsRead;

    BlockLedger(StateOverlay overlay, DeadlineHeap deadlines, Recorded recorded) {
        this.overlay = overlay;
        this.deadlines = deadlines;
        this.recorded = recorded;
    }

    /// From now on it is this transaction that runs.
    void begin(TransactionId transaction) {
        running = transaction;
        holds = LegSet.NONE;
    }

    /// The legs of the running transaction that placed holds.
    LegSet holds() {
        return holds;
    }

    /// How often a hold was looked at since the block began, which every step with one begins with.
    long holdsRead() {
        return holdsRead;
    }

    @Override
    public Account account(AccountKey key) {
        return overlay.value(overlay.account(key));
    }

    @Override
    public void putAccount(AccountKey key, Account account) {
        overlay.set(overlay.account(key), account);
    }

    @Override
    public int assetCount(Address address) {
        return overlay.value(overlay.assets(address)).size();
    }

    @Override
    public void addAsset(AccountKey key) {
        var slot = overlay.assets(key.address());
        var assets = new ArrayList<>(overlay.value(slot));
        assets.add(key.asset());
        assets.sort(BY_NAME);
        overlay.set(slot, List.copyOf(assets));
    }

    @Override
    public boolean isRecorded(TransactionId transaction) {
        return record(transaction).exists();
    }

    @Override
    public Optional<Hold> hold(HoldId id) {
        holdsRead++;
        return overlay.value(overlay.hold(id));
    }

    @Override
    public void addHold(HoldId id, Hold hold) {
        holds = holds.with(id.leg());
        putHold(id, hold);
    }

    @Override
    public void putHold(HoldId id, Hold hold) {
        overlay.set(overlay.hold(id), Optional.of(hold));
    }

    @Override
    public List<HoldId> holdsOf(TransactionId transaction) {
        var legs = transaction.equals(running) ? holds : record(transaction).holds();
        return legs.legs().stream().map(leg -> new HoldId(transaction, leg)).toList();
    }

    @Override
    public void schedule(HoldId id, long deadlineMillis) {
        deadlines.add(new Deadline(deadlineMillis, id));
    }

    @Override
    public List<Entry> entriesOf(TransactionId transaction) {
        var record = record(transaction);
        return record.exists() ? OutcomeReader.entries(recorded.entry(record).outcome()) : List.of();
    }

    @Override
    public Optional<TransactionId> reversedBy(TransactionId original) {
        return record(original).reversedBy();
    }

    @Override
    public void putReversedBy(TransactionId original, TransactionId reversal) {
        var slot = overlay.transaction(original);
        overlay.set(slot, overlay.value(slot).reversedBy(reversal));
    }

    private TransactionRecord record(TransactionId transaction) {
        return overlay.value(overlay.transaction(transaction));
    }
}
