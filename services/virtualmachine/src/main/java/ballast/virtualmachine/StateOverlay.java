package ballast.virtualmachine;

import ballast.types.statestorage.v1.StateDifference;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;

/// The state with the changes of one block on top: those of the transactions that committed, and those of the
/// one that runs now, which end with [#commit] or [#drop].
///
/// The differences come out in the order in which their keys were first changed, never in the order of a hash
/// table.
final class StateOverlay implements ContractState {
    private final StateAccess state;
    private final SlotTable slots;
    private final List<Slot> expected = new ArrayList<>();
    private final List<Slot> running = new ArrayList<>();
    private final List<Slot> changed = new ArrayList<>();

    StateOverlay(StateAccess state, int expectedKeys) {
        this.state = state;
        this.slots = new SlotTable(state.hashSeed(), expectedKeys);
    }

    /// Says that a key will be wanted; [#fetch] reads all of them at once.
    void expect(ByteString key) {
        var slot = slots.slot(key);
        if (!slot.isExpected) {
            slot.isExpected = true;
            expected.add(slot);
        }
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

    @Override
    public ByteString value(ByteString key) {
        return slot(key).value;
    }

    @Override
    public void set(ByteString key, ByteString value) {
        var slot = slot(key);
        slot.value = value;
        if (!slot.isRunning) {
            slot.isRunning = true;
            running.add(slot);
        }
    }

    /// Keeps what was set since the last commit or drop.
    void commit() {
        for (var slot : running) {
            slot.committed = slot.value;
            slot.isRunning = false;
            if (!slot.isChanged) {
                slot.isChanged = true;
                changed.add(slot);
            }
        }
        running.clear();
    }

    /// Forgets what was set since the last commit or drop.
    void drop() {
        for (var slot : running) {
            slot.value = slot.committed;
            slot.isRunning = false;
        }
        running.clear();
    }

    /// What the committed transactions changed.
    List<StateDifference> differences() {
        var differences = new ArrayList<StateDifference>(changed.size() + 1);
        for (var slot : changed) {
            differences.add(StateDifference.newBuilder()
                    .setKey(slot.key)
                    .setValue(slot.committed)
                    .build());
        }
        return differences;
    }

    /// What all balances grew by together; zero in a ledger that works.
    BalanceSum growth() {
        var sum = new BalanceSum();
        for (var slot : changed) {
            if (StateKeys.isAccount(slot.key)) {
                sum.add(BalanceValue.decoded(slot.committed));
                sum.subtract(BalanceValue.decoded(slot.stored));
            }
        }
        return sum;
    }

    private Slot slot(ByteString key) {
        var slot = slots.slot(key);
        if (!slot.isExpected) {
            expect(key);
            fetch();
        }
        return slot;
    }
}
