package ballast.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A state in plain maps, with what the transaction under way has put laid over it.
final class MapState implements LedgerState {
    private final Map<AccountKey, Account> accounts = new HashMap<>();
    private final Map<Address, Integer> assets = new HashMap<>();
    private final Map<HoldId, Hold> holds = new HashMap<>();
    private final Map<TransactionId, List<HoldId>> holdsOf = new HashMap<>();
    private final Map<TransactionId, List<Entry>> entries = new HashMap<>();
    private final Map<TransactionId, TransactionId> reversals = new HashMap<>();
    private final TreeMap<HoldId, Long> deadlines = new TreeMap<>(Comparator.comparing(
                    HoldId::transaction,
                    Comparator.comparing(TransactionId::high, Long::compareUnsigned)
                            .thenComparing(TransactionId::low, Long::compareUnsigned))
            .thenComparingInt(HoldId::leg));

    private final Map<AccountKey, Account> newAccounts = new HashMap<>();
    private final Map<Address, Integer> newAssets = new HashMap<>();
    private final Map<HoldId, Hold> newHolds = new LinkedHashMap<>();
    private final List<HoldId> added = new ArrayList<>();
    private final Map<TransactionId, TransactionId> newReversals = new HashMap<>();

    /// The holds whose time is over, the oldest deadline first.
    List<HoldId> due(long timeMillis, int limit) {
        return deadlines.entrySet().stream()
                .filter(each -> each.getValue() <= timeMillis)
                .sorted(Map.Entry.comparingByValue())
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Keeps what the transaction under way has put, or drops it if it was refused.
    void end(TransactionId transaction, LedgerOutcome outcome) {
        entries.put(transaction, List.of());
        if (outcome instanceof LedgerOutcome.Committed(List<Entry> made)) {
            entries.put(transaction, made);
            accounts.putAll(newAccounts);
            newAssets.forEach((address, more) -> assets.merge(address, more, Integer::sum));
            added.forEach(id -> holdsOf.computeIfAbsent(id.transaction(), _ -> new ArrayList<>())
                    .add(id));
            newHolds.forEach(this::keep);
            reversals.putAll(newReversals);
        }
        drop();
    }

    void drop() {
        newAccounts.clear();
        newAssets.clear();
        newHolds.clear();
        added.clear();
        newReversals.clear();
    }

    private void keep(HoldId id, Hold hold) {
        holds.put(id, hold);
        if (hold.state() == Hold.State.PENDING && hold.deadlineMillis() != 0) {
            deadlines.put(id, hold.deadlineMillis());
        } else {
            deadlines.remove(id);
        }
    }

    @Override
    public Account account(AccountKey key) {
        return newAccounts.getOrDefault(key, accounts.getOrDefault(key, Account.EMPTY));
    }

    @Override
    public void putAccount(AccountKey key, Account account) {
        newAccounts.put(key, account);
    }

    @Override
    public int assetCount(Address address) {
        return assets.getOrDefault(address, 0) + newAssets.getOrDefault(address, 0);
    }

    @Override
    public void addAsset(AccountKey key) {
        newAssets.merge(key.address(), 1, Integer::sum);
    }

    @Override
    public boolean isRecorded(TransactionId transaction) {
        return entries.containsKey(transaction);
    }

    @Override
    public Optional<Hold> hold(HoldId id) {
        return Optional.ofNullable(newHolds.get(id)).or(() -> Optional.ofNullable(holds.get(id)));
    }

    @Override
    public void addHold(HoldId id, Hold hold) {
        added.add(id);
        newHolds.put(id, hold);
    }

    @Override
    public void putHold(HoldId id, Hold hold) {
        newHolds.put(id, hold);
    }

    @Override
    public List<HoldId> holdsOf(TransactionId transaction) {
        List<HoldId> found = new ArrayList<>(holdsOf.getOrDefault(transaction, List.of()));
        added.stream().filter(id -> id.transaction().equals(transaction)).forEach(found::add);
        return found;
    }

    @Override
    public void schedule(HoldId id, long deadlineMillis) {
        // found in the hold itself
    }

    @Override
    public List<Entry> entriesOf(TransactionId transaction) {
        return entries.getOrDefault(transaction, List.of());
    }

    @Override
    public Optional<TransactionId> reversedBy(TransactionId original) {
        return Optional.ofNullable(newReversals.get(original)).or(() -> Optional.ofNullable(reversals.get(original)));
    }

    @Override
    public void putReversedBy(TransactionId original, TransactionId reversal) {
        newReversals.put(original, reversal);
    }
}
