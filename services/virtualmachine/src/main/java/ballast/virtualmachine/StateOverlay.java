package ballast.virtualmachine;

import ballast.ledger.Account;
import ballast.ledger.AccountKey;
import ballast.ledger.Address;
import ballast.ledger.Asset;
import ballast.ledger.Hold;
import ballast.ledger.HoldId;
import ballast.ledger.Parsed;
import ballast.ledger.TransactionId;
import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The state with the changes of one block on top: those of the transactions that committed, and those of the
/// one that runs now, which end with [#commit] or [#drop].
///
/// A value is decoded when it is read from the state and encoded when the block ends, however often it changes in
/// between. What changed comes out in the order in which the keys were first changed, never in the order of a hash
/// table.
final class StateOverlay {
    private static final int FEW = 16;

    /// An account that was asked for. A transfer asks for two of them again and again, by the same names in
    /// memory.
    record Found(AccountKey key, Slot<Account> slot) {}

    private static final AccountKey NOBODY = new AccountKey(new Address("nobody"), Asset.UNIT);

    private final StateAccess state;
    private final SlotTable<Account> accounts;
    private final SlotTable<TransactionRecord> transactions;
    private final SlotTable<Optional<Hold>> holds;
    private final SlotTable<List<Asset>> assets;
    private final SlotTable<Deadline> deadlines;
    private final SlotTable<Long> counts;
    private final byte[] scratch = new byte[StateKeys.BYTES_MAX];
    private Found recent;
    private Found lessRecent;
    private final List<Slot<?>> expected = new ArrayList<>();
    private final List<Slot<?>> running = new ArrayList<>();
    private final List<Slot<?>> changed = new ArrayList<>();

    StateOverlay(StateAccess state, int expectedTransactions) {
        this.state = state;
        long seed = state.hashSeed();
        this.accounts = new SlotTable<>(seed, new AccountCodec(), 2 * expectedTransactions);
        this.transactions = new SlotTable<>(seed, new TransactionRecordCodec(), expectedTransactions);
        this.holds = new SlotTable<>(seed, new HoldCodec(), FEW);
        this.assets = new SlotTable<>(seed, new AssetsCodec(), FEW);
        this.deadlines = new SlotTable<>(seed, new DeadlineCodec(), FEW);
        this.counts = new SlotTable<>(seed, new CountCodec(), 1);
        this.recent = new Found(NOBODY, accounts.slot(scratch, StateKeys.putAccount(NOBODY, scratch)));
        this.lessRecent = recent;
    }

    @SuppressWarnings("ReferenceEquality") // another object of the same name is found by its name
    Slot<Account> account(AccountKey key) {
        if (recent.key() == key) {
            return recent.slot();
        }
        if (lessRecent.key() == key) {
            return lessRecent.slot();
        }
        remember(found(key));
        return recent.slot();
    }

    /// Finds an account by its name.
    Found found(AccountKey key) {
        return new Found(key, accounts.slot(scratch, StateKeys.putAccount(key, scratch)));
    }

    /// Finds an account by its name in a transaction's bytes; empty if they are no name.
    Optional<Found> found(byte[] bytes, TransferScan.Text address, TransferScan.Text asset) {
        var slot = accounts.slot(scratch, StateKeys.putAccount(bytes, address, asset, scratch));
        if (slot.account != null) {
            return Optional.of(new Found(slot.account, slot));
        }
        var addressRead = Address.parse(text(bytes, address));
        var assetRead = Asset.parse(text(bytes, asset));
        if (addressRead instanceof Parsed.Valid<Address>(Address validAddress)
                && assetRead instanceof Parsed.Valid<Asset>(Asset validAsset)) {
            slot.account = new AccountKey(validAddress, validAsset);
            return Optional.of(new Found(slot.account, slot));
        }
        return Optional.empty();
    }

    /// Anything but ASCII is no name in any case.
    private static String text(byte[] bytes, TransferScan.Text text) {
        return new String(bytes, text.offset, text.length, StandardCharsets.ISO_8859_1);
    }

    /// Makes an account quick to find.
    void remember(Found found) {
        lessRecent = recent;
        recent = found;
    }

    Slot<TransactionRecord> transaction(TransactionId id) {
        return transactions.slot(scratch, StateKeys.putTransaction(id, scratch));
    }

    Slot<Optional<Hold>> hold(HoldId id) {
        return slot(holds, StateKeys.hold(id));
    }

    Slot<List<Asset>> assets(Address address) {
        return slot(assets, StateKeys.assets(address));
    }

    Slot<Deadline> deadline(long place) {
        return slot(deadlines, StateKeys.deadline(place));
    }

    Slot<Long> deadlineCount() {
        return slot(counts, StateKeys.DEADLINES);
    }

    /// Says that a value will be wanted; [#fetch] reads all of them at once. `false` if somebody has said so before.
    boolean expect(Slot<?> slot) {
        if (slot.isExpected) {
            return false;
        }
        slot.isExpected = true;
        expected.add(slot);
        return true;
    }

    void fetch() {
        if (expected.isEmpty()) {
            return;
        }
        var keys = new ArrayList<ByteString>(expected.size());
        for (var slot : expected) {
            keys.add(slot.key);
        }
        var values = state.read(keys);
        for (int index = 0; index < expected.size(); index++) {
            expected.get(index).load(values.get(index));
        }
        expected.clear();
    }

    /// As the running transaction sees it.
    <T> T value(Slot<T> slot) {
        load(slot);
        return slot.value;
    }

    <T> void set(Slot<T> slot, T value) {
        load(slot);
        slot.value = value;
        if (!slot.isRunning) {
            slot.isRunning = true;
            running.add(slot);
        }
    }

    /// Keeps what was set since the last commit or drop.
    void commit() {
        for (var slot : running) {
            if (!slot.isChanged) {
                changed.add(slot);
            }
            slot.commit();
        }
        running.clear();
    }

    /// Forgets what was set since the last commit or drop.
    void drop() {
        for (var slot : running) {
            slot.drop();
        }
        running.clear();
    }

    /// What the committed transactions changed.
    List<Slot<?>> changed() {
        return changed;
    }

    private <T> Slot<T> slot(SlotTable<T> table, ByteString key) {
        key.copyTo(scratch, 0);
        return table.slot(scratch, key.size());
    }

    private void load(Slot<?> slot) {
        if (!slot.isExpected) {
            expect(slot);
            fetch();
        }
    }
}
