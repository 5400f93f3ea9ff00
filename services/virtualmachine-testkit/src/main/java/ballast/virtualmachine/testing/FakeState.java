package ballast.virtualmachine.testing;

import ballast.ledger.Account;
import ballast.ledger.AccountKey;
import ballast.ledger.Address;
import ballast.ledger.Asset;
import ballast.ledger.Entry;
import ballast.ledger.Hold;
import ballast.ledger.HoldId;
import ballast.ledger.LedgerState;
import ballast.ledger.TransactionId;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.Transaction;
import com.google.protobuf.ByteString;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Everything that the fake knows, in maps, with a way back.
final class FakeState implements LedgerState {
    /// @param content the transaction as it came
    /// @param entries of the outcome
    record Recorded(Transaction transaction, ByteString content, Outcome outcome, List<Entry> entries) {}

    private final Map<AccountKey, Account> accounts = new HashMap<>();
    private final Map<String, TreeMap<String, Asset>> assets = new HashMap<>();
    private final Map<TransactionId, Recorded> recorded = new HashMap<>();
    private final Map<TransactionId, TransactionId> reversals = new HashMap<>();
    private final Map<TransactionId, TreeSet<Integer>> holdLegs = new HashMap<>();
    private final Map<HoldId, Hold> holds = new HashMap<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();

    /// Names what is now, for [#returnTo].
    int mark() {
        return undo.size();
    }

    /// Forgets everything since a mark.
    void returnTo(int mark) {
        while (undo.size() > mark) {
            undo.pop().run();
        }
    }

    /// Keeps everything for good.
    void keep() {
        undo.clear();
    }

    void record(TransactionId id, Recorded transaction) {
        put(recorded, id, transaction);
    }

    Optional<Recorded> recorded(TransactionId id) {
        return Optional.ofNullable(recorded.get(id));
    }

    List<Asset> assetsOf(Address address) {
        return List.copyOf(assets.getOrDefault(address.value(), new TreeMap<>()).values());
    }

    /// The hold that has to expire first, by deadline and then by its name, if any is due.
    Optional<HoldId> due(long timeMillis) {
        return holds.entrySet().stream()
                .filter(entry -> entry.getValue().state() == Hold.State.PENDING)
                .filter(entry -> entry.getValue().stateAt(timeMillis) == Hold.State.EXPIRED)
                .min(java.util.Comparator.comparingLong((Map.Entry<HoldId, Hold> entry) ->
                                entry.getValue().deadlineMillis())
                        .thenComparing(entry -> entry.getKey().transaction().toString())
                        .thenComparingInt(entry -> entry.getKey().leg()))
                .map(Map.Entry::getKey);
    }

    @Override
    public Account account(AccountKey key) {
        return accounts.getOrDefault(key, Account.EMPTY);
    }

    @Override
    public void putAccount(AccountKey key, Account account) {
        put(accounts, key, account);
    }

    @Override
    public int assetCount(Address address) {
        return assetsOf(address).size();
    }

    @Override
    public void addAsset(AccountKey key) {
        var more = new TreeMap<>(assets.getOrDefault(key.address().value(), new TreeMap<>()));
        more.put(key.asset().value(), key.asset());
        put(assets, key.address().value(), more);
    }

    @Override
    public boolean isRecorded(TransactionId transaction) {
        return recorded.containsKey(transaction);
    }

    @Override
    public Optional<Hold> hold(HoldId id) {
        return Optional.ofNullable(holds.get(id));
    }

    @Override
    public void addHold(HoldId id, Hold hold) {
        var more = new TreeSet<>(holdLegs.getOrDefault(id.transaction(), new TreeSet<>()));
        more.add(id.leg());
        put(holdLegs, id.transaction(), more);
        putHold(id, hold);
    }

    @Override
    public void putHold(HoldId id, Hold hold) {
        put(holds, id, hold);
    }

    @Override
    public List<HoldId> holdsOf(TransactionId transaction) {
        var holdIds = new ArrayList<HoldId>();
        holdLegs.getOrDefault(transaction, new TreeSet<>()).forEach(leg -> holdIds.add(new HoldId(transaction, leg)));
        return holdIds;
    }

    /// [#due] looks at the holds themselves.
    @Override
    public void schedule(HoldId id, long deadlineMillis) {}

    @Override
    public List<Entry> entriesOf(TransactionId transaction) {
        return recorded(transaction).map(Recorded::entries).orElse(List.of());
    }

    @Override
    public Optional<TransactionId> reversedBy(TransactionId original) {
        return Optional.ofNullable(reversals.get(original));
    }

    @Override
    public void putReversedBy(TransactionId original, TransactionId reversal) {
        put(reversals, original, reversal);
    }

    private <K, V> void put(Map<K, V> map, K key, V value) {
        var before = map.put(key, value);
        undo.push(() -> {
            if (before == null) {
                map.remove(key);
            } else {
                map.put(key, before);
            }
        });
    }
}
