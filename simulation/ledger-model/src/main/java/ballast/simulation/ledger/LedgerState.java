package ballast.simulation.ledger;

import ballast.types.protocol.v1.RecordedTransaction;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Everything that the model knows between two transactions.
final class LedgerState {
    /// A hold that will expire. The oldest deadline first, then by transaction and leg.
    record Due(long deadlineMillis, HoldName hold) implements Comparable<Due> {
        private static final Comparator<Due> ORDER = Comparator.comparingLong(Due::deadlineMillis)
                .thenComparing(due -> due.hold().transaction(), ByteString.unsignedLexicographicalComparator())
                .thenComparingInt(due -> due.hold().leg());

        @Override
        public int compareTo(Due other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<AccountName, AccountState> accounts = new HashMap<>();
    private final List<AccountName> names = new ArrayList<>();
    private final Map<String, Set<String>> assets = new HashMap<>();
    private final Map<ByteString, TreeMap<Integer, HoldState>> holds = new HashMap<>();
    private final TreeSet<Due> due = new TreeSet<>();
    private final Map<ByteString, Integer> placeById = new HashMap<>();
    private final List<RecordedTransaction> recorded = new ArrayList<>();
    private final Map<ByteString, ByteString> reversedBy = new HashMap<>();

    AccountState account(AccountName name) {
        return accounts.getOrDefault(name, AccountState.UNUSED);
    }

    /// The names of all accounts, the oldest first.
    List<AccountName> names() {
        return Collections.unmodifiableList(names);
    }

    /// The assets of an address, in order.
    Set<String> assets(String address) {
        return assets.getOrDefault(address, Set.of());
    }

    /// The holds that a transaction placed, by leg.
    SortedMap<Integer, HoldState> holds(ByteString transaction) {
        return Collections.unmodifiableSortedMap(holds.getOrDefault(transaction, new TreeMap<>()));
    }

    /// Every hold that there ever was.
    List<HoldState> holds() {
        return holds.values().stream().flatMap(ofOne -> ofOne.values().stream()).toList();
    }

    List<Due> dueAt(long timeMillis, int limit) {
        return due.stream()
                .takeWhile(each -> each.deadlineMillis() <= timeMillis)
                .limit(limit)
                .toList();
    }

    /// What was recorded under an id: none, or one.
    List<RecordedTransaction> recorded(ByteString id) {
        Integer place = placeById.get(id);
        return place == null ? List.of() : List.of(recorded.get(place));
    }

    List<RecordedTransaction> recorded() {
        return Collections.unmodifiableList(recorded);
    }

    Set<ByteString> reversed() {
        return reversedBy.keySet();
    }

    /// The transaction that reversed this one; empty if none did.
    ByteString reversedBy(ByteString id) {
        return reversedBy.getOrDefault(id, ByteString.EMPTY);
    }

    void record(RecordedTransaction transaction) {
        placeById.put(transaction.getTransaction().getId(), recorded.size());
        recorded.add(transaction);
    }

    /// Makes what a transaction did so.
    void take(Draft draft) {
        draft.accounts().forEach((name, account) -> {
            if (accounts.put(name, account) == null) {
                names.add(name);
            }
            assets.computeIfAbsent(name.address(), _ -> new TreeSet<>()).add(name.asset());
        });
        draft.holds().forEach(this::takeHold);
        Set<ByteString> reversed = new HashSet<>(draft.reversed());
        reversed.forEach(original -> reversedBy.put(original, draft.id()));
    }

    private void takeHold(HoldName name, HoldState hold) {
        HoldState before =
                holds.computeIfAbsent(name.transaction(), _ -> new TreeMap<>()).put(name.leg(), hold);
        if (before != null) {
            due.remove(new Due(before.deadlineMillis(), name));
        }
        if (hold.status() == HoldState.Status.PENDING && hold.deadlineMillis() != 0) {
            due.add(new Due(hold.deadlineMillis(), name));
        }
    }
}
