package ballast.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The state of a ledger in maps, with a copy to return to when a transaction is refused.
final class StateInMaps implements LedgerState {
    private final Map<AccountKey, Account> accounts;
    private final Map<Address, Set<Asset>> assets;
    private final Map<TransactionId, List<Entry>> outcomes;
    private final Map<HoldId, Hold> holds;
    private final Map<TransactionId, List<HoldId>> placed;
    private final Map<TransactionId, TransactionId> reversals;
    private final List<String> schedule;

    StateInMaps() {
        accounts = new HashMap<>();
        assets = new HashMap<>();
        outcomes = new HashMap<>();
        holds = new HashMap<>();
        placed = new HashMap<>();
        reversals = new HashMap<>();
        schedule = new ArrayList<>();
    }

    private StateInMaps(StateInMaps other) {
        accounts = new HashMap<>(other.accounts);
        assets = new HashMap<>();
        other.assets.forEach((address, of) -> assets.put(address, new HashSet<>(of)));
        outcomes = new HashMap<>(other.outcomes);
        holds = new HashMap<>(other.holds);
        placed = new HashMap<>();
        other.placed.forEach((id, of) -> placed.put(id, new ArrayList<>(of)));
        reversals = new HashMap<>(other.reversals);
        schedule = new ArrayList<>(other.schedule);
    }

    StateInMaps copy() {
        return new StateInMaps(this);
    }

    void record(TransactionId id, LedgerOutcome outcome) {
        outcomes.put(
                id,
                switch (outcome) {
                    case LedgerOutcome.Committed(List<Entry> entries) -> List.copyOf(entries);
                    case LedgerOutcome.Refused _ -> List.of();
                });
    }

    Map<AccountKey, Account> accounts() {
        return accounts;
    }

    Map<HoldId, Hold> holds() {
        return holds;
    }

    List<String> schedule() {
        return schedule;
    }

    @Override
    public Account account(AccountKey key) {
        return accounts.getOrDefault(key, Account.EMPTY);
    }

    @Override
    public void putAccount(AccountKey key, Account account) {
        accounts.put(key, account);
    }

    @Override
    public int assetCount(Address address) {
        return assets.getOrDefault(address, Set.of()).size();
    }

    @Override
    public void addAsset(AccountKey key) {
        if (!assets.computeIfAbsent(key.address(), address -> new HashSet<>()).add(key.asset())) {
            throw new AssertionError(key + " was added twice");
        }
    }

    @Override
    public boolean isRecorded(TransactionId transaction) {
        return outcomes.containsKey(transaction);
    }

    @Override
    public Optional<Hold> hold(HoldId id) {
        return Optional.ofNullable(holds.get(id));
    }

    @Override
    public void addHold(HoldId id, Hold hold) {
        placed.computeIfAbsent(id.transaction(), transaction -> new ArrayList<>())
                .add(id);
        holds.put(id, hold);
    }

    @Override
    public void putHold(HoldId id, Hold hold) {
        if (holds.put(id, hold) == null) {
            throw new AssertionError(id + " was changed before it was added");
        }
    }

    @Override
    public List<HoldId> holdsOf(TransactionId transaction) {
        return placed.getOrDefault(transaction, List.of());
    }

    @Override
    public void schedule(HoldId id, long deadlineMillis) {
        schedule.add("t%d#%d at %d".formatted(id.transaction().low(), id.leg(), deadlineMillis));
    }

    @Override
    public List<Entry> entriesOf(TransactionId transaction) {
        return outcomes.getOrDefault(transaction, List.of());
    }

    @Override
    public Optional<TransactionId> reversedBy(TransactionId original) {
        return Optional.ofNullable(reversals.get(original));
    }

    @Override
    public void putReversedBy(TransactionId original, TransactionId reversal) {
        reversals.put(original, reversal);
    }
}
