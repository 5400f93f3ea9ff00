package ballast.simulation.ledger;

import ballast.types.ledger.v1.Entry;
import ballast.types.ledger.v1.EntryKind;
import ballast.types.protocol.v1.RefusalReason;
import com.google.protobuf.ByteString;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one transaction has done so far, laid over what was before it. Thrown away if it is refused.
final class Draft {
    private static final int ASSETS_MAX = 128;
    private static final int ENTRIES_MAX = 8_192;

    private final LedgerState before;
    private final Rules rules;
    private final ByteString id;
    private final long timeMillis;
    private final Map<AccountName, AccountState> accounts = new LinkedHashMap<>();
    private final Map<HoldName, HoldState> holds = new HashMap<>();
    private final Set<ByteString> reversed = new HashSet<>();
    private final List<Entry> entries = new ArrayList<>();
    private int extensions;
    private int leg;

    Draft(LedgerState before, Rules rules, ByteString id, long timeMillis) {
        this.before = before;
        this.rules = rules;
        this.id = id;
        this.timeMillis = timeMillis;
    }

    ByteString id() {
        return id;
    }

    long timeMillis() {
        return timeMillis;
    }

    LedgerState before() {
        return before;
    }

    int leg() {
        return leg;
    }

    void beginLeg(int number) {
        leg = number;
    }

    /// What was done so far is no part of the transaction.
    void forgetEntries() {
        entries.clear();
        extensions = 0;
    }

    Map<AccountName, AccountState> accounts() {
        return Collections.unmodifiableMap(accounts);
    }

    Map<HoldName, HoldState> holds() {
        return Collections.unmodifiableMap(holds);
    }

    Set<ByteString> reversed() {
        return Collections.unmodifiableSet(reversed);
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    AccountState account(AccountName name) {
        AccountState changed = accounts.get(name);
        return changed == null ? before.account(name) : changed;
    }

    /// The holds of a transaction, this one's too.
    SortedMap<Integer, HoldState> holdsOf(ByteString transaction) {
        TreeMap<Integer, HoldState> found = new TreeMap<>(before.holds(transaction));
        holds.forEach((name, hold) -> {
            if (name.transaction().equals(transaction)) {
                found.put(name.leg(), hold);
            }
        });
        return found;
    }

    boolean isReversed(ByteString transaction) {
        return before.reversed().contains(transaction) || reversed.contains(transaction);
    }

    /// Whether an address could not have one more account.
    boolean isFull(AccountName wanted) {
        if (account(wanted).exists()) {
            return false;
        }
        Set<String> assets = new HashSet<>(before.assets(wanted.address()));
        accounts.keySet().stream()
                .filter(name -> name.address().equals(wanted.address()))
                .forEach(name -> assets.add(name.asset()));
        return assets.size() >= ASSETS_MAX;
    }

    void reverse(ByteString transaction) {
        reversed.add(transaction);
    }

    void put(HoldName name, HoldState hold) {
        holds.put(name, hold);
    }

    /// Makes the two entries of a movement, the debit first.
    void move(Movement movement, AccountName from, AccountName to, BigInteger amount) {
        requireRoomFor(2);
        BigInteger posted = movement.posted(amount);
        BigInteger pending = movement.pending(amount);
        for (Side side : rules.sides()) {
            switch (side) {
                case DEBIT -> {
                    AccountState account = account(from);
                    Counters counters = account.counters().withDebits(posted, pending);
                    enter(from, account.with(counters), movement.debit(), Optional.of(amount));
                }
                case CREDIT -> {
                    AccountState account = account(to);
                    Counters counters = account.counters().withCredits(posted, pending);
                    enter(to, account.with(counters), movement.credit(), Optional.of(amount));
                }
            }
        }
    }

    /// Makes an entry.
    void enter(AccountName name, AccountState changed, EntryKind kind) {
        requireRoomFor(1);
        enter(name, changed, kind, Optional.empty());
    }

    /// Changes when a hold ends, which leaves no trace but counts as a movement.
    void extend(HoldName name, HoldState hold) {
        requireRoomFor(2);
        extensions++;
        put(name, hold);
    }

    private void requireRoomFor(int more) {
        RefusedException.when(
                entries.size() + 2 * extensions + more > ENTRIES_MAX, RefusalReason.REFUSAL_REASON_TOO_MANY_ENTRIES);
    }

    private void enter(AccountName name, AccountState changed, EntryKind kind, Optional<BigInteger> amount) {
        AccountState after = changed.entered(rules.nextVersion(changed, kind), timeMillis);
        accounts.put(name, after);
        var entry = Entry.newBuilder()
                .setLeg(leg)
                .setAccount(name.address())
                .setAsset(name.asset())
                .setKind(kind)
                .setAfter(after.counters().message())
                .setVersion(after.version());
        amount.ifPresent(value -> entry.setAmount(Numbers.int128(value)));
        entries.add(entry.build());
    }
}
